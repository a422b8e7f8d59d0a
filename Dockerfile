# One image for the web, the worker, the beat and the migrations: only the command differs.
FROM python:3.11.14-slim-bookworm AS dependencies
RUN python -m venv /venv
COPY requirements.lock /tmp/
RUN /venv/bin/pip install --no-cache-dir --no-deps --require-hashes --requirement /tmp/requirements.lock

FROM python:3.11.14-slim-bookworm
# Pango lays out the PDF documents.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/*
ENV PATH=/venv/bin:$PATH \
    HOME=/tmp \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=emile.settings.prod
COPY --from=dependencies /venv /venv
WORKDIR /srv/emile
COPY . .
# The settings want every variable; these reach no server and stay out of the image.
RUN SECRET_KEY=unused DATABASE_URL=postgresql://unused \
    python manage.py collectstatic --no-input --verbosity 0 \
    && python -m compileall -q .
# The volume of papers takes its owner from here.
RUN install --directory --owner=10001 --group=10001 --mode=0700 /srv/documents
USER 10001:10001
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", \
     "--workers", "2", "--blocking-threads", "8", "--no-ws", "emile.wsgi:application"]
