"""E-mail addresses and telephone numbers in a text."""

from __future__ import annotations

import re

EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
PHONE = re.compile(r"(?<![\w.])(?:\+|00)?\(?\d[\d\s().-]{6,18}\d(?![\w-])")
_LEADS_TO = (
    r"(?:(?:and |who |which |he |she |they )*(?:can|may|could|is|are|to be)\s+(?:be\s+)?(?:reached|called|"
    r"found|contacted|written to)(?:\s+(?:at|on|by|via|under))?|bisa dihubungi(?:\s+(?:di|lewat|via))?)"
)
_PHONE_CUE = re.compile(
    rf"(?<!\w)(?:{_LEADS_TO}|(?:or |and |atau |dan )?(?:hp|wa|whatsapp|telp|telepon|tel|phone|mobile|cell|"
    r"ponsel|no\.?\s*hp|nomor(?:nya)?|number|cp|t|on|at|di))\.?\s*[:.]?\s*$",
    re.IGNORECASE,
)
_EMAIL_CUE = re.compile(
    rf"(?<!\w)(?:{_LEADS_TO}|(?:(?:his|her|their|the)\s+)?(?:(?:e-?mail|surel|mail|alamat email|address)"
    r"(?:nya)?\s*(?:is|adalah)?|(?:or |and |atau |dan )?(?:at|on|di|via)))\s*[:=]?\s*$",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}$|\d{4}-\d{2}-\d{2}$")
_FEWEST = 8  # digits of a telephone number


def take_email(text: str) -> tuple[str, str | None]:
    """The text without its first e-mail address and the words that lead to it, and the address."""
    match = EMAIL.search(text)
    return (_without(text, match, _EMAIL_CUE), match.group()) if match else (text, None)


def take_phone(text: str) -> tuple[str, str | None]:
    """The text without its first telephone number and the words that lead to it, and the number as it is
    written; a date and a number of few digits is none."""
    for match in PHONE.finditer(text):
        number = match.group().strip()
        digits = sum(c.isdecimal() for c in number)
        inventory = re.match(r"(?:19|20)\d\d-", number)
        if digits >= _FEWEST and not _DATE.match(number) and not inventory:
            return _without(text, match, _PHONE_CUE), number
    return text, None


def _without(text: str, match: re.Match[str], cue: re.Pattern[str]) -> str:
    return f"{cue.sub('', text[: match.start()])} , {text[match.end() :]}"


def e164(phone: str, region: str | None) -> str | None:
    """A telephone number as E.164, or None; `region` is the ISO country it is dialled from."""
    import phonenumbers

    try:
        number = phonenumbers.parse(re.sub(r"\(0\)", "", phone), region)
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
