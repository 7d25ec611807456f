"""What a README says beyond codecs: names, and results that belong into the paper."""

from __future__ import annotations

from faimi_check.model.finding import Location, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule
from faimi_check.rules.supplement.readme.scope.scope import readme_texts

_MAX_TEXT = 100_000


@rule(
    "RME005",
    "readme-identifies",
    part=Part.SUPPLEMENT,
    codes={
        "identifies": Severity.ERROR,
        "results": Severity.WARNING,
        "encoded": Severity.WARNING,
        "instruction": Severity.WARNING,
    },
    needs={Aspect.ARCHIVE, Aspect.READMES},
    requires={"SUP001"},
)
def readme_identifies(submission: Submission, _: NoParameters) -> RuleResults:
    """A README identifies the authors, or holds results.

    Why
        Supplements may not show any identification markers, nor proofs, analysis or additional results; a README is
        read first.

    How it decides
        The matchers of the paper's rules look for e-mail addresses, ORCID iDs, own links and paths with a user's name;
        lines such as "Author: ..." or "Affiliation: ..." are read too, and sentences are judged as those of a paper
        are: whom they name, and whose that is. A house that one says to be the authors' own, or where the video was
        recorded if the README speaks of no public data, a grant by its number and who signs a change are an error; a
        house or person that is only named is a warning. Addresses of codecs and players, lists and notices of their
        makers ("(c) 2004-2021 the x264 project, written by ..., GPL"), and paths of installed programs are nothing.
        Words of proofs and tables, and numbers of a measure or a comparison that are not told of the file, are a
        warning in any language, and so is a file written out in letters (base64), which is
        not looked into; a text written so, backwards or letter by letter is read. A line that tells reviewers or
        language models how to judge is a warning.

    When it can be wrong
        A contact of a codec's maker may be taken for an author's.

    Fix
        Keep to file name, codec and address.
    """
    supplement = submission.supplement or Supplement(file="", size=0)
    # Few submissions have a README, and looking into one takes a tenth of the rules to be loaded.
    from faimi_check.rules.supplement.readme.told import told_of

    for readme in readme_texts(supplement):
        where = Location(file=supplement.file, member=readme.member)
        yield from told_of(readme.text[:_MAX_TEXT], readme.member, where)
