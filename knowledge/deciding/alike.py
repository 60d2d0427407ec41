"""How alike a question is to the wordings of a written one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from knowledge.deciding.writings import Writing

_NAMELESS = 0.6
"""What a wording counts that names something, where nothing of that is named."""
_RARE = 0.5
"""What a word of a name must tell of what its rarest one does, to be the name."""


class Wordings:
    """The wordings of a written question: where each word stands in them, what each weighs."""

    def __init__(self, writing: Writing, weights: Mapping[int, float]) -> None:
        self._own: dict[int, list[int]] = defaultdict(list)
        called: dict[int, list[int]] = defaultdict(list)
        self._naming: dict[int, list[int]] = defaultdict(list)
        for at, (words, names) in enumerate(writing.wordings):
            for word in words:
                self._own[word].append(at)
            # "Film" and "festival" call nothing by its name.
            rare = max((weights[word] for word in names), default=0.0) * _RARE
            for word in names:
                called[word].append(at)
                if weights[word] >= rare:
                    self._naming[word].append(at)
        self._said = {w: self._own.get(w, []) + called.get(w, [])
                      for w in self._own.keys() | called.keys()}  # fmt: skip
        self._whole = [sum([weights[w] for w in words]) for words, _ in writing.wordings]
        self._wordless = [at for at, whole in enumerate(self._whole) if not whole]
        self._names = [bool(names) for _, names in writing.wordings]

    def alike(
        self,
        sure: Mapping[int, float],
        heard: Sequence[tuple[float, Mapping[int, float]]],
        asked: float,
    ) -> tuple[float, float]:
        """How much of a wording was asked where it is most, and how alike it and the question are.

        ``sure`` are words surely said with what they are worth, ``heard`` the weight of each word
        of the question with the words it may be, ``asked`` what they weigh together.
        """
        recalled: dict[int, float] = dict.fromkeys(self._wordless, 0.0)
        named: set[int] = set()
        words = self._said.keys()
        for form in sorted(sure.keys() & words):
            worth = sure[form]
            for at in self._own.get(form, ()):
                recalled[at] = recalled.get(at, 0.0) + worth
            named.update(self._naming.get(form, ()))
        shared: dict[int, float] = {}
        for weight, forms in heard:
            here: dict[int, float] = {}
            for form in forms.keys() & words:
                similarity = forms[form]
                for at in self._said[form]:
                    if similarity > here.get(at, 0.0):
                        here[at] = similarity
            for at, similarity in here.items():
                shared[at] = shared.get(at, 0.0) + weight * similarity
        best = alike = 0.0
        for at, worth in recalled.items():
            whole = self._whole[at]
            # "What was TsOKS?" asks for nothing but the name.
            recall = worth / whole if whole else 0.5
            if self._names[at] and at not in named:
                recall *= _NAMELESS
            if recall > best:
                best = recall
            if part := shared.get(at):
                likeness = 2 * recall * part / (recall * asked + part)
                if likeness > alike:
                    alike = likeness
        return best, alike
