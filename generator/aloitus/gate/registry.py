"""Every rule of the gate, in the order in which findings of one file are told."""

from aloitus.gate.approvals import actor_unknown, approved_by_actor, claimed, unconfirmed
from aloitus.gate.files import attributes, odd_name, out_of_place, submodule, symlink, tracked_cache, twin
from aloitus.gate.history import (
    bent_while_closing,
    cancelled_unsettled,
    closed_record,
    created_over,
    date_moved_silently,
    import_missing,
    imported_later,
    leaver_named,
    process_switched,
    purged_id_used,
    purged_wrongly,
    record_unsaid,
    record_vanished,
    reopened_silently,
    scope_changed_silently,
    status_move,
    vanished_client,
)
from aloitus.gate.policy import (
    approver_added,
    approvers_gone,
    closable,
    criterion_dropped,
    earlier_version,
    file_vanished,
    first_policy,
    name_vanished,
    retention_shortened,
    rights_raised,
    start_gate,
    task_ended,
    task_narrowed,
    task_record,
    task_undated,
    task_waivable,
    window_widened,
)
from aloitus.gate.rule import ComparisonRule, GateRule, StepRule

STEP_RULES: tuple[StepRule, ...] = (
    created_over,
    status_move,
    reopened_silently,
    process_switched,
    closed_record,
    bent_while_closing,
    date_moved_silently,
    scope_changed_silently,
    record_vanished,
    record_unsaid,
    cancelled_unsettled,
    import_missing,
    imported_later,
    purged_wrongly,
    purged_id_used,
    leaver_named,
    actor_unknown,
    approved_by_actor,
    unconfirmed,
    claimed,
)
"""What one client's file says before and after."""

COMPARISON_RULES: tuple[ComparisonRule, ...] = (
    vanished_client,
    first_policy,
    earlier_version,
    file_vanished,
    name_vanished,
    criterion_dropped,
    task_ended,
    task_waivable,
    task_narrowed,
    task_record,
    start_gate,
    window_widened,
    approver_added,
    rights_raised,
    approvers_gone,
    retention_shortened,
    task_undated,
    closable,
    symlink,
    submodule,
    twin,
    odd_name,
    out_of_place,
    attributes,
    tracked_cache,
)
"""What the practice as a whole is before and after: its files, its policy."""

GATE_RULES: tuple[GateRule, ...] = (*STEP_RULES, *COMPARISON_RULES)
