"""What the columns of exports and of tables that chairs write are called: letters and digits only, in lower case."""

from __future__ import annotations

import re

# EasyChair's "#" is a number.
ID = (
    *("paperid", "paper", "submissionid", "submissionnumber", "papernumber", "number", "id", "submission", "pid"),
    "forum",
)
TITLE = ("papertitle", "title", "submissiontitle")
GIVEN = ("first", "firstname", "givenname", "given")
FAMILY = ("last", "lastname", "familyname", "surname", "family")
NAME = ("name", "authorname", "fullname", "author")
AFFILIATION = ("affiliation", "institution", "organization", "organisation", "authoraffiliation", "country")
AUTHORS = ("authors", "authorlist")
AUTHOR_NAMES = ("authornames",)
_ADDRESSES = ("email", "mail", "emailaddress", "mailaddress", "emailid")
EMAIL = (*_ADDRESSES, *(f"author{address}" for address in _ADDRESSES))
AUTHOR_EMAILS = (
    *("authoremails", "authorids", "emails", "mails", "emailaddresses", "authoremailaddresses"),
    *("authorsemail", "authorsemails"),
)
# Who is written to; such a column may hold a name, an address, both, or yes and no.
_CONTACTS = (
    *("contact", "contactperson", "contactauthor", "primarycontact", "primarycontactauthor", "primaryauthor"),
    *("corresponding", "correspondingauthor", "correspondence", "submitter", "submittedby", "submittingauthor"),
)
CONTACT = (*(f"{who}name" for who in _CONTACTS), "iscontact", *_CONTACTS)
CONTACT_EMAIL = tuple(f"{who}{address}" for who in _CONTACTS for address in ("address", "emails", *_ADDRESSES))
STATUS = ("status", "paperstatus", "decision")
DELETED = ("deleted", "withdrawn")
_DETAILS = (
    *("abstract", "keywords", "track", "trackname", "status", "decision", "created", "lastmodified", "submitted"),
    *("lastupdated", "notified", "reviewssent", "formfields", "files", "numberoffiles", "numreviewers", "pdf"),
    "venue",
)
# Columns for people, without those that may hold yes and no.
PERSON = frozenset((*NAME, *FAMILY, *AUTHORS, *AUTHOR_NAMES, *EMAIL, *AUTHOR_EMAILS, *CONTACT, *CONTACT_EMAIL)) - {
    "iscontact",
    "contact",
    "corresponding",
}
# What else stands in the header rows of exports.
OTHER = frozenset((*ID, *TITLE, *GIVEN, *AFFILIATION, *CONTACT, *STATUS, *DELETED, *_DETAILS)) - PERSON
KNOWN = PERSON | OTHER
WITH_ADDRESSES = "Email, Author Emails, Contact Email, Corresponding Author Email, Submitter Email"


def plain_key(cell: str) -> str:
    """A heading without capitals, signs and blanks: "E-mail" and "Email" are one."""
    return "number" if cell.strip() == "#" else re.sub(r"[^a-z0-9]", "", cell.casefold())
