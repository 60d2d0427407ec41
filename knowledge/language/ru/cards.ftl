# Карточки: фильм, человек, фестиваль в нескольких строках, и кнопки под ними.

card-born = Дата и место рождения: { $when }.
card-died = Дата смерти: { $when }.

section-cast = Актёры
section-awards = Награды
section-premieres = Премьеры
section-directors-films = Фильмы режиссёра
section-films = Фильмы
section-similar = Похожие
section-sources = Источники
section-back = К карточке
section-heading = { $section }: { $name }
section-item = • { $item }
section-basis = Карточка опирается на эти источники.

similar-director = тот же режиссёр ({ $people })
similar-cast = в ролях тоже { $people }
similar-none = { $film }: похожих фильмов не знаю.
