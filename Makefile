# `make help` lists the targets. Everything runs in .venv, which setup/environment.py keeps as the lock files say.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
RUN := .venv/bin/python
LOCKED := --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --quiet \
	--custom-compile-command 'make lock'

.PHONY: help app setup llm test lint format eval bench lock clean environment environment-dev model python

help: ## 列出全部命令
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 14

app: setup ## 装好环境，入库 plans/，在 http://127.0.0.1:7860 打开问答页
	@exec $(RUN) app.py

setup: environment model ## 只做准备：环境、向量模型、plans/ 入库
	@$(RUN) -m ingest add plans

llm: environment ## 取得本机大模型（约 1.1 GB）和运行它的程序，之后可用 LLM=local
	@$(PYTHON) setup/environment.py --llm
	@$(RUN) -m assistant.model.gguf

test: environment-dev model ## 运行全部测试（所需的浏览器和字体一并装好）
	@$(RUN) -m tests.browser
	@$(RUN) -m pytest

lint: environment-dev ## 检查代码写法与格式
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .

format: environment-dev ## 整理代码格式
	@$(RUN) -m ruff check --fix .
	@$(RUN) -m ruff format .

eval: setup ## 用标准题评测回答
	@$(RUN) -m evals run

bench: setup ## 测量速度与内存
	@$(RUN) -m evals bench

lock: environment ## 按 pyproject.toml 重新锁定依赖
	@.venv/bin/uv pip compile pyproject.toml $(LOCKED) --excludes setup/cuda.txt --no-emit-package torch \
		-o requirements.lock
	@.venv/bin/uv pip compile --group llm $(LOCKED) --constraints requirements.lock -o requirements-llm.lock
	@.venv/bin/uv pip compile --group dev $(LOCKED) --constraints requirements.lock -o requirements-dev.lock

clean: ## 删除环境、缓存与知识库（原文件不动）
	@rm -rf .venv .guiwen .pytest_cache .ruff_cache .hypothesis .gradio
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

environment: python
	@$(PYTHON) setup/environment.py

environment-dev: python
	@$(PYTHON) setup/environment.py --dev

model: environment
	@$(RUN) -m ingest.embedding.embed

python:
	@test -n "$(PYTHON)" || { echo '需要 Python 3.11 或更新的版本（或用 make PYTHON=… 指明）' >&2; exit 1; }
