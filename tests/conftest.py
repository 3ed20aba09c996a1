"""Settings that all tests share."""

from hypothesis import settings

# A busy machine is no failure: speed is measured in tests/benchmarks, as ratios within one run.
settings.register_profile("aloitus", deadline=None)
settings.load_profile("aloitus")
