FROM python:3.12-slim AS build
WORKDIR /build
RUN python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY handlers handlers
COPY knowledge knowledge
# The dependencies are all there, and pinned: only our own package is added. Asking one question
# compiles the facts, so that a container starts within a second.
RUN /venv/bin/pip install --no-cache-dir --no-deps . \
    && /venv/bin/qazaq-kino ask "2018" > /dev/null

FROM python:3.12-slim
ENV PYTHONUNBUFFERED=1 \
    PATH=/venv/bin:$PATH \
    DATABASE_URL=sqlite:////data/kino.sqlite3
RUN useradd --system --uid 10001 --home-dir /data kino && install -d -o kino -g kino /data
COPY --from=build /venv /venv
USER kino
WORKDIR /data
VOLUME /data
# Long polling opens no port to knock at. If the polling stops for good, the process ends with it,
# and the restart policy (docker run --restart unless-stopped) brings it back.
STOPSIGNAL SIGTERM
ENTRYPOINT ["qazaq-kino"]
CMD ["run"]
