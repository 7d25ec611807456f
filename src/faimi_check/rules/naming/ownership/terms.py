"""What of a sentence's mentions is left out of account: the paper's own terms, variables, what others are named for."""

from __future__ import annotations

import re
from collections.abc import Callable

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.everyones import is_collection, is_size_of_a_model, known, ordinary, technical
from faimi_check.rules.naming.mentions.german_nouns import is_german_noun
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.naming.mentions.kinds import is_eponym, names_a_thing
from faimi_check.rules.naming.ownership.agreed import is_a_scale, is_in_another_script
from faimi_check.rules.naming.ownership.cited import may_be_own
from faimi_check.rules.naming.ownership.cited_people import is_a_figure, tells_of_the_past, thought_so
from faimi_check.rules.naming.ownership.labelled_works import is_label
from faimi_check.rules.naming.ownership.words import may_speak
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.text.quotes import own_voice, quoted_spans
from faimi_check.rules.naming.text.sentences import Sentence
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import any_of, listed

# Scores from which what is hardly ever the authors' counts all the same, and those that nothing or all reaches.
_FEWEST_LETTERS = 2
_ACCOUNTED_FOR, _UNASKED_NUMBER, _OF_ONE_OF_US = 0.92, 0.8, 0.7
ANY, NEVER = 0.0, 2.0
# The most that such a mention scores: never enough to be sure.
DOUBTED = 0.9
# What a paper names so often is a term of its own; acronyms are no longer than this, most abbreviations than that.
OFTEN, _ACRONYM, _ABBREVIATION, _INVENTED = 3, 6, 3, 5
# "The Fleischner Society advises no follow-up": what bodies say to everybody.
_BODIES = frozenset({Kind.INSTITUTION, Kind.FUNDER, Kind.TEAM, Kind.NAME})
_ADVISES = late(rf"(?: \([A-Z]{{2,8}}\))? (?:[a-z]+ly )?{any_of('mentions', 'advises')}\b")
_MAY_BE_TERMS = frozenset({Kind.NAME, Kind.INITIALS, Kind.PERSON})
_MAY_BE_SPELT = frozenset({Kind.PERSON, Kind.NAME, Kind.FUNDER})
_MAY_BE_PLACES = frozenset({Kind.INSTITUTION, Kind.PLACE, Kind.PERSON, Kind.NAME})
_MAY_BE_NOUNS = frozenset({Kind.NAME, Kind.INSTITUTION})
# "t-SNE", "I-vectors".
_LETTERED = re.compile(r"[A-Za-z]-[A-Za-z]")
# "EfficientNet-B3" and "LoViT" are products, not people.
_CODED = late(r"\d|[a-z][A-Z]")
# "Lee et al. from King's", "Lyngby and colleagues in Oslo", "Lyngby's list from Oslo".
_CITED_FROM = late(
    r"(?:\bet al\.?,?(?: \[[\d, ]{1,20}\])?|\b[A-ZÀ-Þ][\w’-]{1,40} and (?:co-?workers|colleagues)"
    r"|(?<!The )\b[A-ZÀ-Þ][\w-]{1,40}['’]s (?:[\w-]{1,40} ){0,2}[\w-]{1,40}) (?:from|of|at|in) (?:the"
    r" )?(?:(?:[A-ZÀ-Þ][\w-]{1,30} ){1,3}\()?$"
)
_CITED_IN_BRACKET = late(r"[,;] (?:see )?\[\d[\d, –-]{0,20}\]\)")
# "In [23], women from townships around Cape Town": whom others asked.
_CITED_APPOSED = late(
    r"\[\d[\d, –-]{0,20}\], (?:all |both |mostly |most of them )?(?:[a-z-]+ ){1,5}?"
    r"(?:from|in|of|at|around|near) (?:the |a )?(?:[a-z-]+ (?:of|around|near|in|outside) )?$"
)
_CITED_BEHIND = late(r" ?\[\d")
# "A viewer that has grown up in this group", "the plug-in one of the authors wrote": a tool, no method of the paper.
_BY_AN_AUTHOR = late(
    r"\b(?:kits?|tool ?kits?|tool ?box|tools?|viewer|plug-?in|package|module|extension|library|editor|app|work"
    r" ?station|software)\b"
    r"[^.;]{0,60}\b(?:(?:one|two|three|some) of (?:us|the (?:present )?authors)|(?:in|by|of|from) (?:this|our)(?: own)?"
    r" (?:group|lab|laboratory|department|clinic|team|institute|house|making))\b"
)
_PLACED = late(r"\b(?:in|at|from|of|near|to|around|between|and) $")
# "We then set out FairGate, report the experiments": what a paper brings has a name that nobody knows yet.
_BROUGHT_BEFORE = frozenset(("out", "forth", "forward", "up"))
_PRESENTED_REACH = 30
_NUMBERED = late(any_of("mentions", "numbered"), re.IGNORECASE)
# "Patients in a published study from Lysvik".
_PUBLISHED_FROM = late(
    r"\b(?:an?|another|one|two|three|the|some) (?:[a-z-]+ )?published (?:[a-z-]+ )?"
    r"(?:trial|study|studies|survey|audit|report|paper|review|cohort|work)s? (?:from|in|of|at) (?:the )?$"
)
# "4637/380" is a share, unless it is said to be a number.
_RATIO = re.compile(r"\d+/\d+")
# "PyTorch-1.2.0", "DenseNet169", "AVE2007": a program's version, a network's depth, an event's year.
_RELEASE = re.compile(r"[A-Z]\w*[a-z]{3}\w*?-?v?\d+(?:\.\d+){0,3}|[A-Z]{2,7}[-’']?(?:19|20)\d\d")
_GRANT = late(
    r"\b(?:grants?|awards?|numbers?|nos?\.?|projects?|contracts?|agreements?|codes?)\b[^.;]{0,30}$", re.IGNORECASE
)
# Places whose words are capitalised without naming anybody.
TERSE = frozenset({"heading", "table", "figure", "margin"})
# A citation, a year or "et al." behind a name accounts for it.
_ACCOUNTED = late(
    r"\s?(?:et al|(?:et|e|y) col(?:l|s)?\b|and (?:co-?workers|colleagues)|\[|\((?:19|20)\d\d|\(?https?:"
    r"|\([A-Z][\w-]*[A-Z]|\):)"
)
# "The famous book by", "‘A title‘ by".
# "The appendix of Lyngby, Tamm and Quiroga [3]": a citation behind a list of surnames is of them all.
_LISTED_BEFORE_CITE = late(r"(?:, [A-ZÀ-Þ][\w’-]{1,30}){0,8}(?:,? (?:and|&) [A-ZÀ-Þ][\w’-]{1,30}) \[\d")
_POSSESSIVE = late(r"['’]s(?:\s|$)")
_WROTE = late(
    r"(?:\b(?:books?|novels?|poems?|essays?|films?|paintings?|quotes?|quotation|words|lectures|textbooks?|podcasts?|speech"
    r"|writings|aphorism|dictum|maxim|sermon|(?<!our )(?<!invited )(?:talk|keynote|remark|lecture|blog post|column)"
    r"|(?:in|on|to) (?:the|a) (?:reading|sense|spirit|view|phrase|tradition|account|interpretation|thought|philosophy"
    r"|language|eyes))"
    r"|[’‘”\"'])\s(?:(?:by|of) [A-Z][\w’-]+ [A-Z][\w’-]+ and )?(?:by|of)\s$"
    r"|\b(?:[Tt]itre|livre|phrase|mot|essai|libro|título|titolo|Titel|Buch|Satz) (?:de |d[’']|di |von )$"
)
# "Our tool is written in Ferrum": a language, or what else everybody writes programs with.
_WRITTEN_IN = late(
    r"\b(?:implement(?:s|ed|ing|ation)?|written|writes?|wrote|coded?|programmed|prototyped?)"
    r"(?: (?!(?:at|by|for|from)\b)[\w-]+){0,5} (?:in|using|on top of|atop) (?:the )?$"
)
# "The direction was pioneered by Ole Brandvik in the 1960s".
_BEGAN_IT = late(rf"\b{any_of('mentions', 'begun')} (?:\w+ )?by $")
# "The code of Lyngby", "the sampler of Tamm": what others made is called after them, unless they are said to be near.
_MADE_BY = late(rf"\b{any_of('mentions', 'methods')} (?:of|after) (?:the )?$", re.IGNORECASE)
_NEAR_US = late(
    r"[,( ]{1,2}(?:(?:then |who (?:is|was) |himself |herself )?(?:our|my|one of|a colleague|(?:the )?(?:\w+ )?author)"
    r"|who\b|of our|from our|in our|with us|here\b)",
    re.IGNORECASE,
)
_BEFORE_NAME, _MAKERS_FOLLOW = 40, (" of ", " of the ", " after ", " after the ")
# "... is not a loss function,” wrote Dr. Marsh", "As Audre Lorde wrote".
_QUOTED = late(
    r"[”\"’'],? (?:once )?(?:wrote|said|quipped|asked|warned|remarked|noted|put it) (?:(?:Dr|Prof|Mrs?|Ms)\.? )?$"
)
_QUOTES = late(rf",? (?:once |famously |has |would )?{any_of('mentions', 'quoted')}\b")


def is_everybodys(name: str) -> bool:
    """Whether a capitalised word is one of every text, or belongs to everybody: "American", "Section", "LTO"."""
    return (
        (name.isupper() and len(name.strip(".")) <= _ABBREVIATION)
        or (name.endswith("s") and name[:-1].isupper() and len(name) <= _ABBREVIATION + 2)
        or fold(name) in known()
        or fold(name) in ordinary()
        or name in technical()
        or is_eponym(name)
        or is_size_of_a_model(name)
        or (not name.isupper() and is_everyday(name) and not _is_called_by_letters(name))
    )


def _is_called_by_letters(name: str) -> bool:
    """Whether a joined name has a part in capitals that is no abbreviation: "TRIMAVA-Heart", not "MRI-Net"."""
    return "-" in name and any(
        part.isupper() and len(part) >= _INVENTED and part not in technical() and fold(part) not in known()
        for part in name.split("-")
    )


def stands_often(name: str, text: str) -> bool:
    """Whether a name stands in a text as a term of it does, both folded."""
    # A name stands at most as often as its letters do.
    if text.count(name) < OFTEN:
        return False
    found, at = 0, text.find(name)
    while at >= 0 and found < OFTEN:
        end = at + len(name)
        whole = not (_is_letter(text[at - 1 : at]) or _is_letter(text[end : end + 1]))
        found += whole
        at = text.find(name, end if whole else at + 1)
    return found >= OFTEN


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def bar(mention: Mention, sentence: Sentence, is_frequent: Callable[[str], bool]) -> float:
    """The score from which a mention counts; NEVER for what is one of the paper's own words or belongs to everybody.

    What is hardly ever the authors' counts where the sentence leaves no doubt.
    """
    least = _bar(mention, sentence)
    own_term = least < NEVER and mention.kind in _MAY_BE_TERMS and is_frequent(mention.text)
    return NEVER if own_term else least


def _bar(mention: Mention, sentence: Sentence) -> float:
    kind = mention.kind
    if kind is Kind.NUMBER:
        return _bar_of_number(mention, sentence)
    if is_told_of_others(mention, sentence.text):
        return NEVER
    if kind is Kind.CITATION:
        return _bar_of_citation(mention, sentence)
    if sentence.place == "heading" and kind in (Kind.NAME, Kind.PERSON):
        return NEVER
    # "Rad-DINO Microsoft", a row of a table.
    if sentence.place in TERSE and any(fold(word) in listed("mentions", "makers") for word in mention.text.split()):
        return NEVER
    # "Our CheXpert cohort" is what the authors took of it.
    if kind is Kind.PROJECT and is_collection(mention.text):
        return _ACCOUNTED_FOR
    # "Das Verfahren von Brandvik" is nobody called "Verfahren".
    end = mention.start + mention.text.find(" von ") if " von " in mention.text else mention.end
    if (kind in _MAY_BE_NOUNS or end < mention.end) and is_german_noun(sentence.text, mention.start, end):
        return NEVER
    if kind in _MAY_BE_SPELT and _is_spelt_out(sentence.text, mention):
        return NEVER
    return _bar_of_name(mention, sentence) if kind in (Kind.PERSON, Kind.NAME) else ANY


def _bar_of_number(mention: Mention, sentence: Sentence) -> float:
    if _RATIO.fullmatch(mention.text) and sentence.text.startswith(" of ", mention.end):
        return NEVER
    near = max(0, mention.start - _BEFORE_NAME)
    if _RELEASE.fullmatch(mention.text) and _GRANT.search(sentence.text, near, mention.start) is None:
        return NEVER
    if _NUMBERED.search(sentence.text):
        return ANY
    return NEVER if _RATIO.fullmatch(mention.text) else _UNASKED_NUMBER


def _bar_of_name(mention: Mention, sentence: Sentence) -> float:
    text = sentence.text
    if _is_quoted(text, mention) or is_in_another_script(text, mention):
        return NEVER
    everybodys = sentence.place in TERSE or _is_term(mention) or _WRITTEN_IN.search(text, 0, mention.start)
    if mention.kind is Kind.NAME and everybodys:
        return _OF_ONE_OF_US if sentence.place not in TERSE and _BY_AN_AUTHOR.search(text) else NEVER
    # "Saying “the work of Lund [1]” does not say that you are Lund".
    return _ACCOUNTED_FOR if f"{mention.text} [" in text or _is_anothers(text, mention) else ANY


def _is_spelt_out(text: str, mention: Mention) -> bool:
    """Whether words are those of an abbreviation right before them, "WPA (Whole Program Analysis)"; or right behind,
    where funders have theirs as well.
    """
    letters = "".join(word[0] for word in re.split(r"[ -]", mention.text) if word[:1].isupper())
    if len(letters) < _FEWEST_LETTERS:
        return False
    before, behind = text[: mention.start].rstrip(" (=:–—-"), text[mention.end :].lstrip(" (=:–—-")
    spelt_behind = mention.kind is not Kind.FUNDER and re.match(rf"{letters}(?!\w)", behind) is not None
    return before.endswith(letters) or spelt_behind


def _is_term(mention: Mention) -> bool:
    """Whether a name of no known kind looks like a word, an acronym or a product: "CNNs", of which nobody has many."""
    bare = mention.text.removesuffix("s")
    acronym = bare.isupper() and len(bare) <= _ACRONYM
    return acronym or _opens(mention) or _CODED.search(mention.text) is not None or _LETTERED.match(bare) is not None


def _bar_of_citation(mention: Mention, sentence: Sentence) -> float:
    # Of labels, `own_labels` tells: "Ours + DRO [3]" has the words of "Ours, as in [3]".
    if sentence.place in TERSE and is_label(sentence.text, long=True):
        return NEVER
    return ANY if may_be_own(mention, own_voice(sentence.text)) else NEVER


def is_told_of_others(mention: Mention, said: str) -> bool:
    """Whether the words round it make it somebody else's, or somebody says it of himself in quotation marks."""
    if mention.kind is Kind.PERSON and (
        fold(mention.text) in listed("mentions", "historical") or is_a_figure(said, mention.start, mention.end)
    ):
        return True
    advises = mention.kind in _BODIES and _ADVISES.match(said, mention.end) is not None
    if advises and not may_speak(fold(said)):
        return True
    if mention.kind in _MAY_BE_PLACES and tells_of_the_past(said, mention.start):
        return True
    if mention.kind in _MAY_BE_PLACES and (
        _CITED_FROM.search(said, 0, mention.start) or _PUBLISHED_FROM.search(said, 0, mention.start)
    ):
        return True
    apposed = mention.kind in (Kind.INSTITUTION, Kind.PLACE) and "], " in said[: mention.start]
    if apposed and _CITED_APPOSED.search(said, 0, mention.start) and not may_speak(fold(said)):
        return True
    # "In one hospital (in Turkey, [3])".
    if mention.kind in (Kind.INSTITUTION, Kind.PLACE) and _CITED_IN_BRACKET.match(said, mention.end):
        opened = said.rfind("(", 0, mention.start)
        return opened > said.rfind(")", 0, mention.start) and not may_speak(fold(said[opened : mention.start]))
    if mention.kind in (Kind.PLACE, Kind.INSTITUTION) and is_a_scale(mention, said):
        return True
    # "Lund [1]" is somebody of that name.
    if mention.kind is Kind.PLACE and _CITED_BEHIND.match(said, mention.end):
        return _PLACED.search(said, max(0, mention.start - _BEFORE_NAME), mention.start) is None
    return any(
        first < mention.start < last and own_voice(said)[first:last] != said[first:last]
        for first, last in quoted_spans(said)
    )


def is_presented(text: str, start: int, end: int) -> bool:
    """Whether an invented word with more than its first capital is what the paper says it brings."""
    if _CODED.search(text, start, end) is None:
        return False
    words = [word for word in text[max(0, start - _PRESENTED_REACH) : start].split() if word not in ("the", "our", "a")]
    # "We call our method FairMix", "its plain version FairMix-0".
    if words and words[-1] in listed("mentions", "presented_as"):
        return True
    if not words or words[-1] not in listed("mentions", "brings"):
        return False
    # "Set out", "put forward", and "call it".
    return words[-1] not in _BROUGHT_BEFORE or (len(words) > 1 and words[-2] in ("set", "sets", "lay", "put", "puts"))


def _opens(mention: Mention) -> bool:
    """Whether a single word begins its sentence, where any word has a capital, and is no given name."""
    return mention.start == 0 and " " not in mention.text and not may_be_given_name(mention.text)


def is_accounted(text: str, one: Mention) -> bool:
    """Whether what stands right beside a name says that it is somebody's or something's else."""
    return _is_anothers(text, one) or _is_quoted(text, one)


def _is_anothers(text: str, one: Mention) -> bool:
    if _POSSESSIVE.search(one.text) is not None or _ACCOUNTED.match(text, one.end) is not None:
        return True
    if _BEGAN_IT.search(text, max(0, one.start - _BEFORE_NAME), one.start) and not _NEAR_US.match(text, one.end):
        return True
    if one.kind is Kind.PERSON and thought_so(text, one.end) and not may_speak(fold(text)):
        return True
    if names_a_thing(text, one.end) or _LISTED_BEFORE_CITE.match(text, one.end) is not None:
        return True
    before = text[max(0, one.start - _BEFORE_NAME) : one.start]
    if not before.endswith(_MAKERS_FOLLOW):
        return False
    return _MADE_BY.search(before) is not None and _NEAR_US.match(text, one.end) is None


def _is_quoted(text: str, one: Mention) -> bool:
    """Whether it is named for what it once said or wrote."""
    near = max(0, one.start - 60)
    if _WROTE.search(text, near, one.start) and _NEAR_US.match(text, one.end) is None:
        return True
    if _QUOTED.search(text, near, one.start):
        return True
    said = _QUOTES.match(text, one.end) is not None
    return said and ("“" in text or text[: one.start].rstrip().lower().endswith(("as", "what")))
