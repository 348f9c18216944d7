"""How people ask: the words that show what kind of answer is wanted, and the words that carry nothing."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from importlib.resources import files

from assistant.answers import Intent
from ingest import units

_NUMBER_WORD = "[一二两三四五六七八九十几\\d]+"

# The first pattern that is found decides; order matters.
INTENTS: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        Intent.UNSAFE,
        re.compile(
            r"忽略(以上|之前|前面|所有)|系统提示词|system prompt|ignore (all|previous)|越狱|制造(炸弹|武器)"
            r"|伪造|骗[取补]|套取|行贿|偷税|逃税"
        ),
    ),
    (
        Intent.SMALL_TALK,
        re.compile(
            r"^(你好|您好|hi|hello|嗨|在吗|谢谢|多谢|再见|你是谁|你叫什么|你能做什么|早上好)[!！。.？?\s吗呀啊]*$"
            r"|(今天|明天|后天|这周).{0,6}天气|写(一)?(首|篇|段).{0,6}(诗|歌|作文|情书|代码)|(讲|说)(一)?个.{0,4}笑话|彩票|星座运势"
            r"|推荐.{0,4}(股票|基金产品|餐厅|电影)|(买|炒)(哪|什么|啥).{0,2}(股票|股|房)|股价",
            re.I,
        ),
    ),
    (
        Intent.CONFLICT,
        re.compile(
            r"对不上|不一致|不一样.{0,6}(为什么|哪个|到底)|另一个数|哪个才是|到底哪个|写得不一样|打架|差一家|一致不|(数值|数)相同吗|(两份|另一份)(文件|材料).{0,10}(各|差|怎么写)|年份不同|各报一下|各摆出来|都摆出来|两[个种](数|说法|值|口径)|说法不一|不同的数|哪个(才|是)(对|准|真)|矛盾|(究竟|到底)是.{2,10}还是|写的一样吗|表\s*\d?.{0,4}[和与跟](正文|文字|文本).{0,8}(差|不|对|一样|一致|相同)|(数字|数|值)不一样|算出来.{0,8}不一样"
        ),
    ),
    (
        Intent.META,
        re.compile(
            r"落款|(什么时候|啥时候|时候|何时|哪年|哪天|哪一年|几月|时间).{0,8}(印发|发布|成文|出台|公布|下发|发的|出的)|(印发|发布|成文|出台)(日期|时间)"
            r"|规划期(?!末|内|间|[五三]年)|管哪几年|哪几年的|(发文|印发|发布)(机关|单位|部门)|谁(印发|发布|发|写)的|谁的?名义|(哪个|什么)(部门|单位|机关)(印发|发布|发)的?|(多少|几)号(文|令)|令?第几号|(自|从)?(什么时候|啥时候|何时|哪天|哪一天|几号|哪年)起?(开始|正式)?(施行|生效|实施|执行)|(施行|生效|实施)(日期|时间)|(谁|单位|部门|机关).{0,4}(组织)?(编制?|起草)的|(哪次|什么|哪个).{0,2}会议?.{0,6}通过|通过的|作者|(总共|一共|共)?(有|分|设)?(了)?(多少|(?<!哪)几)(条|个?部分|章|个?专栏|张表)|文号|正式(印发|文件|发布)|(依据|根据)(是|有)?(什么|哪|的)"
            r"|上位(规划|文件|依据)|是不是(征求意见稿|草案)|哪些(规划|文件|政策)可以问|加载了哪些"
            r"|(什么|啥)状态|(还|是否|现在|目前|仍然?)(算|是)?有效(吗|么|[?？]|$)|(草案|征求意见稿?|正式文件).{0,6}还是|(全文|节选|完整|收得?全)(吗|么|还是)"
            r"|(规划|意见|文件|办法|方案|通知)[^，。]{0,8}(印发|发布|出台|生效)了(吗|没|么)|(规划|意见|文件|办法|方案|通知|报道)[^，。]{0,4}(全名|全称|正式名称)"
            r"|(当|作为?).{0,6}(政府|官方).{0,2}(原件|文件|依据)|主题分类|主题词|索引号|(规划|意见|文件|办法|方案|通知|政策)[^，。]{0,4}有效期|有效期(到|至|几|多)|(规划|意见|文件|办法|方案|通知|全文)(一共|总共|共|有|是)*(多少|几)([个万]?字|页)|[还仍](管用|作数|算数)|正式批(复|准)?了?(没|吗)|试行的?还是|还是试行|(批|发|印发|下发)给(谁|哪)|主送|废止了?(哪|什么)|解释权|(谁|部门|单位|机关).{0,4}解释(?!一下)"
            r"|(规划|计划)管到(哪|什么|几)|(规划|意见|文件|办法|方案|计划|纲要).{0,3}目录(?!里|中|列|提)"
            r"|(你|您|手[里上头]|库[里中]|系统|知识库).{0,6}(有|收|加载|载入|能查|能问|知道).{0,4}(哪|几|什么).{0,4}(文件|规划|材料|资料|文本|文档|政策)|(能|可以)[查问]哪[些几].{0,2}(文件|规划|材料|政策)|收录了?(哪|几)"
        ),
    ),
    (
        Intent.RESPONSIBLE,
        re.compile(
            r"牵头|责任(单位|部门|主体)|(哪个|哪些|什么|找哪|由哪|哪几个)(部门|责任单位|牵头单位|主管单位)|(哪个|哪些|找哪|由哪|哪几个|哪[两二三]个)(个)?(单位|部门|局|委(?!员)|办|机构)|谁(负责|来管|主管|牵头|来抓|管|来办|办|来落实|配合)|由谁|责任落在|该找谁|找谁|敲谁|联系谁|谁家的门|(部门|局|单位)(在)?(推|管|抓)|主管(部门|单位)|归谁|哪家负责|垂直管理"
        ),
    ),
    (
        Intent.COMPARE,
        re.compile(
            r"对比|对照|相比|比较|比一比|(谁|哪个|哪边|哪家|哪里).{0,4}(更?高|更?低|更?多|更?少|更?大|强|快|领先)|高了还是低了|有(什么|啥|哪些)(不同|区别|差别|异同)|(各|分别).{0,6}(多少|定|提|说|是啥|是什么)|各自|一样吗|还是(低|高|多|少|降|跌|退|升|涨)"
        ),
    ),
    (
        Intent.CALCULATE,
        re.compile(
            r"(多|少|高|低|差|超出|超过|超|增加|增长|提高|提升|下降|减少|上升|再[增添涨]|(?<!新)增|涨)(了)?(多少|几|百分之|大约|大概)|[验测核]算|验一下|算一下|涨百分之|涨了?多少|相差|差多少|几倍|多少倍|翻(了)?(一|几)?番|真的翻|净增|高出多少|高出几|多出|涨幅|完成率|几陪|占(?:全[市省国区]|它|其|整个|总).{0,10}(?:比重|比例|百分之|多少|几成|多大)|占.{1,10}(?:百分之几|几成)|增幅(?!排|居|在)|增速是怎么算|年均(增长|增速).{0,4}(多少|几)|合计(是)?多少|加起来|总共多|一共多"
        ),
    ),
    (
        Intent.LIST,
        re.compile(
            r"有(哪些|哪几|哪几个)|哪些|哪几|都(有|包括|列|含)|列出|列一下|列举|罗列|整理|清单|包括(哪|什么)|分(为)?(哪|几)|全部(列|指标)|哪[一二两三四五六七八九十]+(个(?!局|部门|单位|委)|项|条|类|大|家|种|方面|样|张|级)"
        ),
    ),
    (
        Intent.DEFINITION,
        re.compile(
            r"是什么(意思|制度)?[?？]?$|指(的是)?(什么|啥|哪)|什么(叫|是)|含义|啥意思|[啥什]么?叫|给定义|定义(?:是|的|为)|(?:怎么|如何)定义|怎么理解|全称|解释一下|(是)?个什么|分别指"
        ),
    ),
    (Intent.YES_NO, re.compile(r"吗[?？。]?|是不是|是否|有没有|能不能|可不可以|会不会|对吧|对不对|算不算")),
)
# A value is asked for in this dimension ("" for ranks: 位次).
DIMENSIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("位次", re.compile(r"第几(?!号|条|章|届|次)|(?<!安)排多少|排名(?!前)|位次|几位[?？]?$")),
    (
        "金额",
        re.compile(
            r"(多少|几)个?(钱|元|[百千万亿]+元|资助|补助|补贴|奖励)|奖多少|补多少|给多少(?![一-鿿])|(多少|几)[千万亿]+(?=元|资金|投资|经费|财政|补|奖|[^一-鿿%‰]|$)|多少钱|额度|金额|资金规模|贷多少|最高能(补|贷|奖)"
        ),
    ),
    ("比重", re.compile(r"百分之(几|多少)|几成|占比|比重|比例|强度|覆盖率|设置率|多少%")),
)
SHARE = re.compile(
    r"(?:占|相当于)(?:[一-鿿]{2,4})?(全[市省国区]|它|其|整个|总).{0,20}(比重|比例|百分之|多少|几成|多大)|占.{1,10}(百分之几|几成|的?(比重|比例))"
)
PLAN_NAME = re.compile(r"^[“”\"]?[^，。；？]{0,8}(规划|计划|纲要)")
WANTS_NUMBER = re.compile(
    r"多少|几(家|个|项|件|名|人|支|位|亿|万|成|倍|条|种|所|张|次|分|年)|百分之(几|多少)|第几|排名|排第|多大(规模|面积)?|(规模|金额|额度|利率|比例|比重|数值|目标值|基数|强度|水平|总额|数量|产值|面积|得分|位次)(是|有|为|定|要|到|达|打算|目标|呢|[?？]|$)|目标(是|值|呢|[?？]|$)|达到什么水平|定的|什么水平"
)
UNIT = re.compile(rf"(?:多少|几)(?:个)?(?P<unit>[千万亿]*{units.UNIT}|[万亿]+(?![一-鿿])|块|钱|分|%|百分点)")
PARK = re.compile("科技城|大走廊|高新区|开发区|新城|小镇|产业园")
OF_SHARES = re.compile("占|[比率]|强度|%")
QUOTED = re.compile(r"[“\"]([^”\"]{2,8})[”\"]")
EXCLUDED = re.compile(
    r"(?:[，,（(]|注意)(?:而)?(?:不要|不是|不含|不算|不问)([^，。？?！；（）()、吗]{1,8})(?:[）)]|(?=[，。？?！]|$))"
)
ASKS = re.compile(r"多少|第几|几(?:家|个|项|件|名|人|支|位|种|所|张|倍)|百分之几|多大")
PERSONA = re.compile(r"^(?:我们?|咱们?|本人|俺|做|作为|在.{1,8}做|公司|身为)(?!区|市|省|县)")
STORY = re.compile(
    r"我|咱|俺|手[上里头]|账[上面]|老板|朋友|我?厂|公司|团队|打算|说实话|刚(?:成立|毕业)|(?:没|没有)[一-鿿]{2,8}$|太贵|不[起愿]|碰壁"
)
HELP = re.compile(r"支持|扶持|政策|办法|路子|帮|[补奖贷]|措施|待遇|优惠|部门|谁")
SUPPORT = re.compile(r"[能可]以?|享受|获得|得到|申请|拿到|有|支持|扶持|帮助|优惠|补助|补贴|政策|措施|待遇|好处|方面|的")
ASKING = re.compile(r"[多几]少|几|什么|啥|哪|怎|吗|多久|为何|呢|谁|如何|是否|有没有|能不能|支持|政策|要求|[?？]")
# 多少座 before what is counted: neither word is what is asked about
COUNTED = re.compile(
    r"(?:多少|几)(?:座|家(?!庭)|个(?!体|人)|项(?!目)|件|名|条(?!件|例)|处|块|所|支|辆|台|套|户|亩)(?=[一-鿿])"
)
COUNT = re.compile(r"哪?([一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|项|条|类|大|家|种|方面|样|张|级|者|点|句|步|块)")
ITEM = re.compile(r"第\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(条|项|个|点|款|方面)")
CHANGES = re.compile(r"还差|差几|差多少|比那|多出|(提高|增长|增加|翻|涨|下降|减少|相差|多|少|高|低)(了|出)?(几|多少)")
# What a follow-up may say besides its topic: how to calculate with it, when, what else.
ASIDE = re.compile(
    r"(要|会|还|又|再|得|一共|总共|大概)?(比|跟|与|和|较)?(当时|当年|同期|那时|之前|前者|后者|\d{2}年|[一二三四五六七八九十]年前|年均水平|年均|平均)?"
    r"(提高|提升|增加|增长|下降|减少|上升|翻|涨|多|少|差|高|低|相差|多出|净增)(了|出)?(几|多少)?(个)?(百分点|倍|番|成|次|家|个|项)?"
    r"|那边|那里|同期|当时|当年|[一二三四五六七八九十]年前|最后|一起|还有|随便|说几[件个]|举例|做了|哪些事|事|由|的|那|会|又|再|吧"
)
DEICTIC = re.compile(
    r"这事|这件事|这(一)?(条|项|个|块|份|些|里|方面)|那(一)?(条|项|个|块|些|里|方面)|该(条|项|区|市|规划|政策)|它|其中|上面|前面(说|提)|刚才|还有呢|然后呢|具体呢|怎么说的|具体怎么"
)
TARGET = re.compile(
    r"目标|到20\d\d|要(达|到|有|建|培|引|发展|新增)|打算|计划(到|达|新增|引|建)|预期|规划(到|要|目标|里要)|争取|定(了|的)?多少"
)
BASELINE = re.compile(
    r"现状|基数|目前|现在|已(经|有)|当时|实际|完成(值|了|情况)|截至|截止|底有|年底|去年|当年|“?十三五”?(末|收官|期间|头尾)"
)

_PUNCTUATION = re.compile(r"[\s，。？！、；：,.?!;:“”\"'‘’（）()《》【】\[\]~～]+")
_COMMA = re.compile(r",(?!(?<=\d,)\d{3}(?!\d))")
_SOME = re.compile(r"(?:(?<=就)|(?<=只有)|(?<=好)|(?<=才)|(?<=这)|(?<=那)|(?<=十))几(?=个|件|次|家|十|年|天|位|名|种)")
_WHICH = re.compile(r"(?<=有)那(?=[些几])")
_SHORT_YEAR = re.compile(r"(?<![\d.])(1[5-9]|2\d|3[05])年(?![来间内])")
_DATA = tomllib.loads(files("assistant").joinpath("wording.toml").read_text("utf-8"))
FILLER = re.compile("|".join(re.escape(word) for word in sorted(_DATA["filler"], key=len, reverse=True)))
ATTRIBUTES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(entry["asked"]), re.compile(entry["told"])) for entry in _DATA["attribute"]
)
ABBREVIATIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(entry["asked"], re.IGNORECASE), entry["words"]) for entry in _DATA["says"]
)

_HEADINGS = tuple((re.compile(entry["asked"]), entry["words"]) for entry in _DATA["heading"])


def fold(text: str) -> str:
    """Width folded, white space single, quotation marks kept."""
    folded = " ".join(_COMMA.sub("，", unicodedata.normalize("NFKC", text)).replace("?", "？").split())
    return _SHORT_YEAR.sub(r"20\1年", _WHICH.sub("哪", _SOME.sub("数", folded)))


def bared(text: str) -> str:
    """A text without the words of asking and without signs."""
    rest = FILLER.sub(" ", COUNTED.sub("", text))
    rest = re.sub(r"(?<![一-鿿])[那这](?=[一-鿿]|$)|(?<![一-鿿])[的对](?=[一-鿿])", " ", rest)
    return " ".join(_PUNCTUATION.sub(" ", rest).split())


def dimension_of(text: str) -> str:
    """The kind of value that a text asks for: 位次, 金额, 比重, or "" for any."""
    return next((name for name, pattern in DIMENSIONS if pattern.search(text)), "")


def unit_of(text: str) -> str:
    """The unit that a text asks for ("多少家"), "" where it asks for none or for several."""
    units = dict.fromkeys(found.group("unit") for found in UNIT.finditer(text))
    return next(iter(units)) if len(units) == 1 else ""


def expanded(text: str) -> str:
    """The words that plans use for what the text says in short or in everyday words."""
    return " ".join(words for pattern, words in ABBREVIATIONS if pattern.search(text))


def asked_for(text: str) -> list[re.Pattern[str]]:
    """What must be named where a question is answered, for each thing that its asking clauses name (利率, 电话)."""
    clauses = re.split(r"[，。；？！]", text)
    asking = "，".join(clause for clause in clauses if ASKING.search(clause)) or text
    return [told for asked, told in ATTRIBUTES if asked.search(asking)]


def headed(text: str) -> str:
    """The words by which plans head what the text asks for."""
    return " ".join(words for pattern, words in _HEADINGS if pattern.search(text))


def unabbreviated(text: str) -> str:
    """What is left of a text without the short and everyday names that stand for words of plans."""
    for pattern, _ in ABBREVIATIONS:
        text = pattern.sub("", text)
    return text.strip()
