# Сұрамай-ақ айтылатындар: премьералар, жаңалықтар, тарихтағы бұл күн. Кинотеатрлардың хабарлауы.

showings = Кинотеатрларда ({ $count } фильм): { $items }.
showings-film = Кинотеатрларда: { $item }.
showings-more = тағы { $count } кинотеатр
showings-until = { $day } күніне дейін жалғасады

reminder-week = Жақында { $film } премьерасы: { $date }.
reminder-eve = Ертең, { $date } күні, { $film } шығады.
reminder-day = Бүгін, { $date } күні, премьера: { $film }!
reminder-moved = { $film } премьерасы { $date } күніне ауыстырылды (бұрын { $before } деп белгіленген еді).
reminder-withdrawn = { $film } { $before } күні шықпайды: жаңа күні әзірге белгісіз.
reminder-where = Қайда: { $places }
reminder-directors = Режиссері: { $people }.
reminder-calendar = Премьера: { $film }
premieres-calendar = Қазақ киносының премьералары

day-in-history = { $day } – қазақ киносының тарихында
day-premiere = { $year }: { $film } – { $kind }
day-award = { $year }: { $headline }
day-birth = { $year }: { $name } дүниеге келді
