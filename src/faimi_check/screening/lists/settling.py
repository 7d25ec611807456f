"""What counts of all that chairs have said: where they agree, and of the files that are there now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from faimi_check.model.decision import Decision
from faimi_check.model.text.id_list import meant_by, taken_for
from faimi_check.screening.lists.decisions import Said

_LOOKED_AT = "looked at"
_UNKNOWN = "decided in a file without digests, and the files have changed since the run before, so look at them again"


def settle(
    said: Iterable[Said], ids: Iterable[str], digest_of: Callable[[str], str]
) -> tuple[dict[str, Decision], tuple[str, ...]]:
    """The decisions by the ids of the run, also where a spreadsheet took the zeros off; and what there is to say.

    A submission is left open where two files decide differently, and open again where its files are not those on
    which it was decided: `digest_of` gives the digest of what is there now. Both are named, a sentence each.
    """
    said = list(said)
    meant_ids = meant_by((one.id for one in said), ids)
    here: dict[str, list[Said]] = defaultdict(list)
    notes: list[str] = []
    for one in said:
        meant = meant_ids[one.id]
        if len(meant) == 1:
            here[min(meant)].append(one)
        elif one.decision.ruling:
            there = f"{len(meant)} submissions may be meant" if meant else "there is no such submission"
            notes.append(f'a decision is for "{one.id}", but {there}')
    notes += taken_for("decisions", {one.id: id for id, all_said in here.items() for one in all_said if _says(one)})
    decisions: dict[str, Decision] = {}
    for id, all_said in here.items():
        decisions[id], conflict = _merged(id, all_said, digest_of)
        notes += conflict
    return decisions, (*dict.fromkeys(notes), *_reopened(decisions))


def _says(one: Said) -> bool:
    return bool(one.decision.ruling or one.decision.note or one.decision.seen)


def _merged(id: str, said: list[Said], digest_of: Callable[[str], str]) -> tuple[Decision, list[str]]:
    now = digest_of(id) if any(one.decision.digest for one in said) else ""
    holding = [one for one in said if one.decision.digest in ("", now)]
    rulings = {one.decision.ruling: one.source for one in holding if one.decision.ruling}
    conflict = []
    if len(rulings) > 1:
        named = ", ".join(f"{ruling.value} in {source}" for ruling, source in rulings.items())
        conflict = [f"submission {id} is decided in two ways and left open: {named}"]
    seen = any(one.decision.seen for one in holding)
    was = _was([one.decision for one in said if one not in holding])
    decision = Decision(
        ruling=next(iter(rulings)) if len(rulings) == 1 else None,
        # What was written on other files stays for the chairs to read: it goes to nobody before they decide anew.
        note=" / ".join(dict.fromkeys(one.decision.note for one in said if one.decision.note)),
        seen=seen,
        digest=now,
        was="" if rulings or (seen and was == _LOOKED_AT) else was,
    )
    return decision, conflict


def _was(decisions: list[Decision]) -> str:
    """What was said of files that are there no more, in words."""
    rulings = dict.fromkeys(one.ruling.value for one in decisions if one.ruling)
    return " and ".join(rulings) or (_LOOKED_AT if any(one.seen for one in decisions) else "")


def _reopened(decisions: Mapping[str, Decision]) -> list[str]:
    ids: dict[str, list[str]] = defaultdict(list)
    for id, decision in decisions.items():
        if decision.was:
            ids[decision.was].append(id)
    return [_open_again(all_ids, was) for was, all_ids in ids.items()]


def of_unknown_files(
    decisions: Mapping[str, Decision], before: Mapping[str, str], digest_of: Callable[[str], str]
) -> tuple[str, ...]:
    """What was decided in a file that does not say on which files, where these have changed since a run `before`.

    `before` are the digests of that run, by submission. Such a decision holds, but nobody knows what it was made on.
    """
    unknown = [id for id, one in decisions.items() if one.ruling and not one.digest and id in before]
    changed = [id for id in unknown if digest_of(id) != before[id]]
    return (f"{_UNKNOWN}: {', '.join(changed)}",) if changed else ()


def _open_again(ids: list[str], was: str) -> str:
    who = f"submission {ids[0]} is" if len(ids) == 1 else f"submissions {', '.join(ids)} are"
    return f"{who} open again, because the files have changed since ({was} before)"
