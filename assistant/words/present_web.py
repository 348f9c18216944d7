"""Every word of the chat page that a user can read; the answers' own words are in the modules beside it."""

from __future__ import annotations

TITLE = "规问"
TAGLINE = "政府规划问答 · 句句有出处"

TAB_CHAT = "问答"
TAB_PLANS = "已加载的规划"
TAB_ABOUT = "关于"

ASK_PLACEHOLDER = "向规划提问，按回车发送"
ASK_LABEL = "问题"
SEND = "发送"
NEW_CHAT = "新对话"
CHAT_LABEL = "对话"

WELCOME_TITLE = "想从规划里知道什么？"
WELCOME = "已加载 {count} 份规划。回答只依据规划原文，点击编号即可查看原文出处。"
WELCOME_EMPTY_TITLE = "还没有加载规划"
WELCOME_EMPTY = "请在命令行运行下面的命令加载规划文件或文件夹，然后重新启动本程序："
LOAD_COMMAND = "python -m ingest add 文件或文件夹"

SOURCE_TITLE = "原文出处"
SOURCE_HINT = "点击回答中的编号，这里会显示所引的原文和它在规划中的位置。"
SOURCE_LOADING = "正在打开原文……"
SOURCE_FAILED = "暂时打不开原文，请稍后再试。"
SOURCE_GONE = "这条出处对应的原文已不在知识库中。"
SOURCE_CUT_BEFORE = "……本节前文从略……"
SOURCE_CUT_AFTER = "……本节后文从略……"

CLOSE = "关闭"
PAGE = "第 {page} 页"
UNIT = "单位：{unit}"
OPEN_SOURCE = "查看出处 {n}：{where}"

UNDERSTOOD = "按此理解：{question}"
SOURCES = "出处"
CALCULATIONS = "计算过程"
CAUTIONS = "提示"
COPY = "复制"
COPIED = "已复制"
COPY_HINT = "复制回答和出处"

USEFUL = "有用"
USELESS = "没用"
USEFUL_HINT = "这个回答有用；点了会连同问答记在本机"
USELESS_HINT = "这个回答没用；点了会连同问答记在本机"
FEEDBACK_TAKEN = "已记下，谢谢。"
FEEDBACK_NOTE = "哪里不对？可以不填"
FEEDBACK_SEND = "提交"
FEEDBACK_GONE = "这条回答隔得太久，评价记不下了；请重新提问后再评。"
FEEDBACK_FULL = "评价已经记满，这一条没有记下。"
FEEDBACK_FAILED = "评价没有记下，请稍后再试。"

STILL_ANSWERING = "上一个问题还在作答，答完再发送这一个。"
INTERRUPTED = "这个问题没有答成，请再问一次；如果还不行，请联系管理员查看日志。"
BUSY = "同时提问的人较多，请稍后再试。"
LOST = "与规问的连接断开了，请稍后刷新页面再试。"

FOR_SCRIPT = {
    "source": SOURCE_TITLE,
    "loading": SOURCE_LOADING,
    "failed": SOURCE_FAILED,
    "close": CLOSE,
    "copied": COPIED,
    "notice": CAUTIONS,
    "busy": BUSY,
    "lost": LOST,
    "note": FEEDBACK_NOTE,
    "send": FEEDBACK_SEND,
    "unrated": FEEDBACK_FAILED,
    "question": "我的问题",
    "answer": "规问的回答",
}
"""What the page's script shows by itself."""

PLANS_EMPTY = "知识库里还没有规划。"
PLANS_COUNT = "共 {count} 份规划"
UNKNOWN = "未注明"
FACT_REGION = "地区"
FACT_PERIOD = "规划期"
FACT_DATE = "日期"
FACT_ISSUER = "发文机关"
FACT_NUMBER = "发文字号"
FACT_FILE = "文件"
COUNT_PAGES = "{count} 页"
COUNT_CHARACTERS = "{count:,} 字"
COUNT_INDICATORS = "{count} 项指标"
COUNT_MEASURES = "{count} 项举措"

ABOUT = """
### 规问是什么

规问是面向政府规划文本的问答助手。把五年规划、实施意见、政策措施等文件加载进来，用日常语言提问，得到简短的回答和可以核对的原文出处。不需要联网，也不需要大模型。

### 三条承诺

1. **没有出处的话不说**：回答里的每一句都对应规划中的一段原文，点击编号就能看到它在哪份规划、哪一章节、哪一页。
2. **数字不出错**：指标按名称、地区、年份、口径、数值和单位逐项识别；对不上原文、也说不清算式的数字，不会出现在回答里。
3. **规划里没有就直说**：没有写明的内容不猜测；同一份规划前后说法不一时，两种说法都列出来。

### 使用须知

回答用于查阅和核对，不能替代规划原文；正式引用请以发布的文件为准。标有“征求意见稿”的文件尚未定稿。
对话不保存；点了“有用”或“没用”的，那一问一答和补充的说明会记在本机的知识库目录里，供改进回答用。

### 许可

程序代码采用 Apache-2.0 许可。默认的向量模型 m3e-small 仅供研究使用。
用于其他目的前请换用许可合适的模型：设置 `EMBEDDING_MODEL`，例如 `BAAI/bge-small-zh-v1.5`（MIT 许可）。
"""

EXAMPLE_INDICATOR = "{where}{year}年{name}的目标是多少？"
EXAMPLE_COMPARE = "{left}和{right}{year}年{name}的目标相差多少？"
EXAMPLE_LEAD = "“{title}”由谁牵头？"
EXAMPLE_SECTION = "{where}在“{name}”方面有哪些任务？"
EXAMPLE_PLAN = "《{title}》是什么时候发布的？"

APP_DESCRIPTION = "规问：政府规划问答网页"
APP_STORE_HELP = "知识库目录"
APP_HOST_HELP = "监听地址"
APP_PORT_HELP = "端口"
APP_ENGINE_HELP = "作答引擎：grounded 不用大模型，llm 用大模型改写"
STARTED = "规问已启动：{address}"
STORE_EMPTY = "知识库里还没有规划，请先运行：{command}"
PORT_TAKEN = "端口 {port} 已被占用，请用 --port 换一个端口，或先停止占用它的程序。"
PORT_REFUSED = "无法在 {host}:{port} 上监听：{reason}"
STOPPED = "规问已停止。"
