"""Whatever is typed, there is a helpful page: some 480 nasty strings, through the page and through each engine."""

# ruff: noqa: E501  the lines of strings are wider than they are long

import itertools

import pytest
from django.contrib.auth.models import AnonymousUser

from search.questions import LONGEST_QUESTION, MOST_WORDS
from search.results import find
from search.stop_words import STOP_WORDS


def nasty_strings():
    """Return strings that break something somewhere, each once."""
    word = "garden"
    found = [
        "",
        " ",
        "\t\r\n",
        "undefined",
        "null",
        "None",
        "NaN",
        "true",
        "0",
        "-1",
        "1/0",
        "1e999",
        "0x0",
        "९",
        "١٢٣",
        "½",
    ]
    # Control characters, marks that turn or hide text, odd spaces, private and unassigned characters, halves of pairs.
    odd = [*range(1, 32), 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x180E, *range(0x200B, 0x2010), 0x2028, 0x2029]
    odd += [*range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3000, 0xFE0F, 0xFEFF, 0xFFF9, 0xFFFD, 0xFFFE, 0xFFFF]
    odd += [0xE000, 0xE0001, 0x10FFFF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x378, 0x1F468, 0x20000, 0x323B0]
    found += [f"gar{chr(number)}den" for number in odd] + [chr(number) for number in odd]
    # Every sign of ASCII before, behind, between and instead of words.
    signs = [chr(number) for number in range(33, 127) if not chr(number).isalnum()]
    found += [form for sign in signs for form in (sign, sign + word, word + sign, f"{word}{sign}library", sign * 50)]
    # What FTS5, tsquery, Lucene, SQL, templates and browsers would make something of.
    found += [
        "AND", "OR", "NOT", "NEAR", "garden AND", "AND garden", "garden OR", "NOT garden", "garden NOT", "NEAR(garden bus)",
        "NEAR(garden, 5", "garden NEAR/3 bus", "title:garden", "{title body}:garden", "-title:garden", "^garden", "garden*",
        '"garden" *', '"garden"*', "+garden -bus", "garden + bus", "search_fts", "rowid:1", "rank", "bm25(search_fts)",
        "garden & bus", "garden | ", "!garden", "!!garden", "garden <-> bus", "garden <99999> bus", "garden:*", "garden:ABCD",
        "'garden", "garden''", "'garden' & ", "\\", "\\'", "garden\\", "\\\\garden", "():*", "&|!", "<->",
        "garden~", "garden~9", "garden^", "garden^-1", "garden^99999999999", "[a TO z]", "{* TO *}", "_exists_:x", "*:*", "/g.*/",
        "/(/", "garden && bus", "garden || bus", "kind:garden~2", '{"query":{"match_all":{}}}', '{"script":"1/0"}', "_id:1",
        "' OR 1=1 --", "'; DROP TABLE search_entry; --", '" OR ""="', "1; SELECT pg_sleep(9)", "%27%20OR", "%", "%s", "%(x)s",
        "%d%n%x", "$1", "?", ":x", "@x", "--", "/*", "*/", "{{ 7*7 }}", "{% debug %}", "${7*7}", "<%= 7 %>", "#{7}",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title><svg onload=alert(1)>", "javascript:alert(1)",
        '"><b>garden', "' onmouseover='x", "&lt;b&gt;", "&#x41;", "&nbsp;", "<!--", "]]>", "<![CDATA[x]]>", "<mark>garden</mark>",
        "../../etc/passwd", "file:///etc/passwd", "C:\\con\\con", "`id`", "$(id)", "; id", "| id", "\\x00", "\\u0000", "%00",
    ]  # fmt: skip
    # Operators that are not closed, empty, nested, repeated, or name nothing.
    found += [
        '"', '""', '" "', '"""', '"garden', 'garden"', '"garden" "', '"garden library', '-"', '-""', '-"garden', "-", "--garden",
        "- garden", "-garden -library", "kind:", ":garden", "kind:kind:kind:", "kind:toolkit:", 'kind:"toolkit"', "kind:-1",
        "-kind:toolkit", "theme:../..", "theme:" + "x" * 500, "date:99999", "date:-1", "date:0000", "language:xx", "format:%00",
        "easy_read:2", "area:" * 99, "kind:toolkit " * 99, "“garden", "„garden“", "«garden", "“garden\" «library”", "−garden",
        "–garden", '"' * 999, "(" * 999, '-"' * 300, '"a b" ' * 300, "kind:event kind:article kind:nothing",
    ]  # fmt: skip
    # Of great length, or with nothing in them that says something.
    found += [
        "x" * 10_000, "garden " * 1_500, "é" * 10_000, "預" * 10_000, "👩‍👩‍👧‍👦" * 1_000, "ga\u0301\u0302" * 2_000, "Z" + "\u0335" * 5_000 + "algo",
        " ".join(f"word{number}" for number in range(1_500)), " ".join(f"{a}{b}" for a, b in itertools.product("abcdefgh", repeat=2)),
        " ".join(sorted(STOP_WORDS["en"])), " ".join(sorted(STOP_WORDS["es"])), " ".join(sorted(STOP_WORDS["ar"])),
        "?!… —;", "¿¡", "。、「」", "🎉", "🏳️‍🌈 🇬🇧 1️⃣", "ʇxǝʇ", "Ｇａｒｄｅｎ", "𝔤𝔞𝔯𝔡𝔢𝔫", "ﷺ", "İstanbul ıI", "ß ẞ ﬁ", "Ω≈ç√∫˜µ≤≥÷", "田中さんに",
        "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤", "\u202egarden\u202c", "הָיְתָה garden", "กขฃคฅฆง" * 500, "שלום-עולם", "ᚠᛇᚻ", "a\u0300" * 500, "_" * 500, "a_b__c",
        "3.14 1,000 12:30 50% £5", "user@example.org", "https://example.org/?q=a&b=c#d", "O'Neill’s", "co-op/co-op\\co.op", "C++ C# .NET",
    ]  # fmt: skip
    return list(dict.fromkeys(found))


NASTY = nasty_strings()


def test_there_are_enough():
    assert len(NASTY) >= 480


def test_each_engine_takes_anything(things):
    for string in NASTY:
        findings = find(string, user=AnonymousUser(), language="en")
        assert findings.total == len(findings.ranked), repr(string[:40])
        assert findings.engine == things.engine or findings.asked.query.is_empty, repr(string[:40])


@pytest.mark.long
def test_the_page_answers_anything(things, client):
    strings = NASTY if things.engine != "elasticsearch" else NASTY[::4]
    for number, string in enumerate(strings):
        typed = string.encode("utf-8", "replace").decode()  # no browser sends half a pair
        response = client.get("/search/", {"q": typed}, REMOTE_ADDR=f"10.0.{number // 250}.{number % 250}")
        assert response.status_code == 200, repr(string[:40])
        assert "<script>alert" not in response.text
        assert "<img src=x" not in response.text
        assert "<svg onload" not in response.text
        assert "49" not in response.text or "7*7" not in string


def test_broken_bytes_and_null_bytes(things, client):
    for query in ("q=%FF%FE", "q=%ED%A0%80", "q=%C0%80", "q=%00", "q=a%00b"):
        assert client.get(f"/search/?{query}").status_code == 200, query


def test_a_very_long_question_is_cut():
    assert (LONGEST_QUESTION, MOST_WORDS) == (10_000, 250)
