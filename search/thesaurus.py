"""Words for the same thing: what editors say, and the names of themes and areas in all languages."""

from collections import defaultdict

from .models import Synonyms
from .naming import all_names
from .text import fold, normalise, plain_words, stem

LONGEST_PHRASE = 5  # words


class Thesaurus:
    """Finds, for a phrase of a question, what else the same thing is called."""

    def __init__(self, groups):
        """`groups` are lists of (language, phrase)."""
        self.others = defaultdict(dict)  # (language, stems): {stems: None}
        self.words = set()  # that nobody who types them mistyped
        for group in groups:
            analysed = {}
            for language, phrase in group:
                said = plain_words(phrase)[:LONGEST_PHRASE]
                if said:
                    analysed[language, tuple(stem(word, language) for word in said)] = None
                    self.words.update(fold(normalise(word)) for word in said)
            for language, stems in analysed:
                self.others[language, stems].update({other: None for _language, other in analysed if other != stems})
        self.languages = {language for language, _stems in self.others}

    def find(self, words):
        """Return (start, end, other phrases) for each stretch of `words`, a list, that has other names. The longest
        stretch is taken where several begin at one word."""
        found, start = [], 0
        by_language = {code: [stem(word, code) for word in words] for code in self.languages}
        while start < len(words):
            for length in range(min(LONGEST_PHRASE, len(words) - start), 0, -1):
                others = {}
                for code, stems in by_language.items():
                    others |= self.others.get((code, tuple(stems[start : start + length])), {})
                if others:
                    found.append((start, start + length, tuple(others)))
                    start += length
                    break
            else:
                start += 1
        return found


def thesaurus():
    """Return the Thesaurus as it is now."""
    return Thesaurus(_groups())


def _groups():
    groups, names = [], defaultdict(list)
    for each in all_names():
        if each.facet == "synonyms":
            groups.append([(each.language, phrase) for phrase in Synonyms(words=each.text).as_list()])
        else:
            names[each.facet, each.key].append((each.language, each.text))
    return groups + [group for group in names.values() if len(group) > 1]
