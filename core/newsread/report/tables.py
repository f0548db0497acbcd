"""Links as tables: CSV for spreadsheets and databases, JSON lines for pipes."""

import csv
import io
import json
from typing import Final

from newsread.records import Cell, records
from newsread.story import Story

# A spreadsheet takes a cell that begins so for a formula and runs it (CWE-1236).
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS: Final = (
    "score kind "
    "source_article source_sentence source_passage source_outlet source_date source_url source_start source_end "
    "source_text "
    "target_article target_sentence target_passage target_outlet target_date target_url target_start target_end "
    "target_text "
    "quote entities numbers terms by"
).split()
"""The keys of :func:`newsread.records.records`, which name the columns also where there are no links."""


def to_csv(story: Story) -> str:
    """One row for each link, in RFC 4180's form with a heading.

    A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises: a cell that
    begins with an apostrophe was written that way by us or had one already, which only JSON can tell.
    """
    written = io.StringIO()
    table = csv.DictWriter(written, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    table.writerows({key: _harmless(cell) for key, cell in record.items()} for record in records(story))
    return written.getvalue()


def to_json_lines(story: Story) -> str:
    """One JSON object for each link, on a line of its own, with the columns of the CSV as keys."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records(story))


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
