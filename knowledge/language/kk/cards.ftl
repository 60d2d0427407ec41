# Карточкалар: фильм, адам, фестиваль туралы қысқаша, және олардың түймелері.

card-born = Туғаны: { $when }.
card-died = Қайтыс болғаны: { $when }.

section-cast = Актерлер
section-awards = Марапаттар
section-premieres = Премьералар
section-directors-films = Режиссердің фильмдері
section-films = Фильмдер
section-similar = Ұқсастары
section-sources = Дереккөздер
section-back = Карточкаға оралу
section-heading = { $section }: { $name }
section-item = • { $item }
section-basis = Карточка мына дереккөздерге сүйенеді.

similar-director = сол режиссердің фильмі ({ $people })
similar-cast = онда да { $people } ойнайды
similar-none = { $film } фильміне ұқсас фильм білмеймін.
