# Fiveways: `make run` opens the app, `make test` checks everything, both from nothing.

python := .venv/bin/python
compile := $(python) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-config --system-certs --custom-compile-command "make lock"

.PHONY: setup run test transcript pictures benchmarks lock

setup:
	@sh .ci/setup requirements-development.txt

run: setup
	@sh .ci/start

test: setup
	@sh .ci/check

# Writes down what a screen reader hears on a way through the app; on Debian, which has the tools for it.
transcript:
	@sh .ci/transcript

# Makes the picture of every page, in every look and at every size.
pictures:
	@sh .ci/setup requirements-development.txt
	@PYTHONPATH=. QT_QPA_PLATFORM=offscreen $(python) tests/pictures/make_pictures.py docs/pictures

# Uses the app for ten minutes to find where it stalls; `make benchmarks minutes=1` for fewer.
benchmarks: minutes ?= 10
benchmarks:
	@sh .ci/setup requirements-development.txt libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
	@$(python) -m pip install --quiet --require-hashes -r requirements-benchmarks.txt
	@QT_QPA_PLATFORM=offscreen $(python) -m pytest --capture=no -o faulthandler_timeout=0 tests/benchmarks --minutes $(minutes)

# Renews the pinned versions. The smaller lists follow the largest, so that no version differs between them.
lock: setup
	$(compile) --upgrade --all-extras --output-file requirements-benchmarks.txt
	$(compile) --constraint requirements-benchmarks.txt --extra development --output-file requirements-development.txt
	$(compile) --constraint requirements-benchmarks.txt --output-file requirements.txt
