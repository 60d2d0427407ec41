# Cards: a film, a person, a festival in a few lines, and the buttons under them.

card-born = Born: { $when }.
card-died = Died: { $when }.

section-cast = Cast
section-awards = Awards
section-premieres = Premieres
section-directors-films = Director's films
section-films = Films
section-similar = Similar films
section-sources = Sources
section-back = Back to the card
section-heading = { $section }: { $name }
section-item = • { $item }
section-basis = This card is based on these sources.

similar-director = the same director ({ $people })
similar-cast = { $people } again
similar-none = I know of no film like { $film }.
