"""Bytes of every sort become text, or one clear line."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.errors import SourceEmpty, SourceError, SourceNotText
from newsread.reading.decode import decode

TEXT = "Mr. Muñoz said: “It’s the café’s — naïve — view of the deal.” Talks go on in Zürich and São Paulo this week.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    decoded = decode(data, "x")
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)


def test_half_a_download_is_read_with_a_warning() -> None:
    decoded = decode((TEXT * 20).encode()[:-3] + "“".encode()[:2], "x")
    assert decoded.encoding == "utf-8"
    assert decoded.warnings == ("1 damaged character",)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b"\n\x00"])
def test_empty(data: bytes) -> None:
    with pytest.raises(SourceEmpty, match=r"page\.txt: there is no text in it"):
        decode(data, "page.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x7fELF\x02\x01\x01\x00", "program"),
        (bytes(range(256)) * 8, "binary"),
        (b"text" + b"\x00" * 400, "binary"),
    ],
)
def test_binary_data_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(SourceNotText, match=what):
        decode(data, "page.txt")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_an_error_a_reader_understands(data: bytes) -> None:
    try:
        text = decode(data, "x").text
    except SourceError as error:
        text = error.message.removeprefix("x: ")
    assert text.strip()
