"""How people ask: the words that show what kind of answer is wanted, and the words that carry nothing."""

from __future__ import annotations

import re
import unicodedata

from assistant.understanding.lexicon import ATTRIBUTES, FILLER, expanded
from ingest.notation import units

# A value is asked for in this dimension ("" for ranks: 位次).
DIMENSIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "位次",
        re.compile(
            r"第几(?!号|条|章|届|次)|(?:[排居列]第?|(?<=[里中区县市省国])第)[一二三四五六七八九十\d]+[位名]?(?=[，。？?、吗吧对是么]|$)|(?<!安)排多少|排名(?!前)"
            r"|位次|名次|几位[?？]?$"
        ),
    ),
    (
        "金额",
        re.compile(
            r"(多少|几)个?(钱|元|[百千万亿]+元|资助|补助|补贴|奖励)|奖多少|补多少|给多少(?![一-鿿])|基金[^，。？]{0,4}规模[^，。？]{0,4}(?:多[大少]|几)"
            r"|多少(?:启动|扶持|配套|奖励|专项|补助|创业|科研|财政|政府)?(?:资金|经费|补贴|补助|资助|津贴)|(多少|几)[千万亿]+(?=元|资金|资助|投资|经费|财政|补|奖|启动|扶持|配套)"
            r"|(?:[奖补贷投钱税额]|资助|经费|资金|收入|产值|营收|利润)[^，。？]{0,12}(多少|几)[千万亿]+(?=[^一-鿿%‰]|$)|多少钱|额度|金额|资金规模|贷多少"
            r"|最高能(补|贷|奖)"
        ),
    ),
    ("比重", re.compile(r"百分之(几|多少)|几成|占比|比重|比例|份额|强度|覆盖率|设置率|多少%")),
)
# a value and its rank: 强度和排名都要
WITH_RANK = re.compile("[费度数量额值率][、和及与][^，。？]{0,12}(?:排名|位次|名次)[^，。？]{0,4}(?:分别|各|都)")
SHARE = re.compile(
    r"(?:占|相当于)(?:[一-鿿]{2,4})?(全[市省国区]|它|其|整个|总).{0,20}(比重|比例|百分之|多少|几成|多大)"
    r"|占(?!GDP|地区生产|生产总值|营业收入|规上|规模以上|工业|全社会)[^，。？]{1,10}(百分之几|几成|的?(比重|比例))"
)
PLAN_NAME = re.compile(r"^[“”\"]?[^，。；？]{0,8}(规划|计划|纲要)")
WANTS_NUMBER = re.compile(
    r"多少|(?<!哪)几(家|个|项|件|名|人|支|位|亿|万|成|倍|条|所|张|次|分|年)|百分之(几|多少)|第几|排名|排第|多大(规模|面积)?"
    r"|(规模|金额|额度|利率|比例|比重|数值|目标值|基数|强度|水平|总额|数量|产值|面积|得分|位次)(是(?!不是|否)|有(?!没有)|为|定|要|到|达|打算|目标|呢|[?？]|$)"
    r"|目标(是|值|呢|[?？]|$)|达到什么水平|(?<![认规制指稳固评特一约鉴确法选核])(?<!怎么)(?<!如何)(?<!咋)定的(?!是什么)|什么水平"
)
UNIT = re.compile(rf"(?:多少|(?<!哪)几)(?:个)?(?P<unit>[千万亿]*{units.UNIT}|[万亿]+(?![一-鿿])|块|钱|分|%|百分点)")
EVERY = re.compile(r"(?<![首成])都(?![市会江匀])|全部|全都|所有|(?<![亩人户年平地单车])均(?![值衡])")
PARK = re.compile("科技城|大走廊|高新区|开发区|(?<!创)新城(?!市)|小镇|产业园")
OF_SHARES = re.compile("占|[比率]|强度|%")
QUOTED = re.compile(r"[“\"]([^”\"]{2,8})[”\"]")
EXCLUDED = re.compile(
    r"(?:[（(](?:注意|我)?(?:是|要|问的?是?)[^，。（）()]{1,8})?(?:[，,（(？?]|注意)(?:而)?(?:不要|不是|不含|不算|不问)([^，。？?！；（）()、吗]{1,8})(?:[）)]|(?=[，。？?！]|$))"
)
CONFIRM = re.compile(
    r"对吧|吧(?=[？?，,。]|$)|对吗|对不对|对不(?:[？?，]|$)|是吗|是不是|是吧|没[错搞记]错?吧|属实|正确吗|的数据吗|有这回事|有[这那]么[高多大低少]吗"
    r"|我?听[人别]*[人说]{1,2}的|[是对]这样吗|真的吗"
    r"|(?<![哪\d.])\d[\d.]*[万亿]*(?:元|[家件个项名人位]|%)?了?[？?]"
)
ASKS = re.compile(r"多少|第几|几(?:家|个|项|件|名|人|支|位|种|所|张|倍)|百分之几|多大")
PERSONA = re.compile(r"^(?:我们?|咱们?|本人|俺|做|作为|在.{1,8}做|公司|身为)(?!区|市|省|县|国)")
STORY = re.compile(
    r"我|咱|俺|手[上里头]|账[上面]|老板|朋友|我?厂|公司|团队|打算|说实话|刚(?:成立|毕业)|(?:没|没有)[一-鿿]{2,8}$|太贵|不[起愿]|碰壁"
)
HELP = re.compile(r"支持|鼓励|扶持|政策|办法|路子|帮|[补奖贷]|措施|待遇|优惠|部门|谁")
SUPPORT = re.compile(
    r"[能可]以?|享受|获得|得到|申请|拿到|有|支持|扶持|帮助|优惠|补助|补贴|奖励|奖金|资助|政策(?!性)|措施|待遇|好处|方面|多少|没有?|钱|一[度件亩家个次年]|[奖补拿领吗的]"
)
# what asks for help, or who gives it, and names nothing of its own
ASKING_HELP = re.compile(
    r"(?:像|对|给|为)?(?:我们?|你们?|咱们?|俺们?)?[这那]?(?:种|类|样|些)?的?(?:企业|公司|单位|厂子?|小店|人)?(?=$| )"
    r"|(?:第一个)?[该要]?[找敲]?[哪几两三]*个?(?:部门|单位|机构|政府)|(?:负责|牵头|主管|对接|联系)|在[推抓管办]|(?<![一-鿿])[推抓管办](?![一-鿿])|[这那][事块件]+"
    r"|[这那该]?项?(?:工作|业务|事项|任务)|归|家的门|家门"
    r"|能用|(?<![一-鿿])用|[能可帮补奖拿领到给要想问请没说拨敲门]|[一点些]|几[年天个月]|多久|钱|们的?"
)
ASKING = re.compile(r"[多几]少|几|什么|啥|哪|怎|吗|多久|为何|呢|谁|如何|是否|有没有|能不能|支持|政策|要求|[?？]")
_DIGITS = "[一二两三四五六七八九十]"
# 多少座 before what is counted: neither word is what is asked about
COUNTED = re.compile(
    r"(?:多少|几)(?:座|家(?!庭)|个(?!体|人)|项(?!目)|件|名|条(?!件|例)|处|块|所|支(?![持撑])|辆|台|套|户|亩)(?=[一-鿿])"
)
# 哪八类 before what is listed: no plan writes 哪八 or, of 哪八类产品, 类产
_WHICH_OF = re.compile(rf"哪{_DIGITS}{{1,2}}[类种](?=[一-鿿])")
# 分几类: how many parts there are, and no word that a plan would write
_HOW_MANY_PARTS = re.compile(
    r"(?:[有分共设][为成了]?|包括|涉及)?(?:哪)?几(?:大|个)?(?:类|种|个|项|条|样|部分|方面|点|步|块|级|档)(?!人)"
)
COUNT = re.compile(
    r"(?<!第)哪?([一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|项|条|类|大|家|种|方面|样|张|级|者|点|句|步|块)"
)
ITEM = re.compile(r"第\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(条|项|个|点|款|方面)")
CHANGES = re.compile(
    r"(?:平均每年|每年平均|年均)[^，。？]{0,3}[增加涨提]|还差|差几|差多少|比那|多出|(提高|增长|增加|翻|涨|下降|减少|相差|净?增|多|少|高|低|[进退升降跌掉移])(了|出)?(几|多少)"
    r"|[升涨增多高]了?还是[降跌减少低]"
)
# What a follow-up may say besides its topic: how to calculate with it, when, what else.
ASIDE = re.compile(
    r"(平均每年|每年平均|每年|年均|[这那]?[一两二三四五六七八九十]年)?(要|会|还|又|再|得|一共|总共|大概)*(比|跟|与|和|较)?(当时|当年|同期|那时|之前|前者|后者|\d{2}年|[头前上]一年|[一二三四五六七八九十]年前|年均水平|年均|平均)?"
    r"(提高|提升|增加|增长|下降|减少|上升|翻|涨|多|少|差|高|低|相差|多出|净增|增(?![速幅值长])|加|进步|前进|退步|后退|[升降掉]到|变成)(了|出)?(几|多少)?(个)?([万亿]?人|百分点|倍|番|成|次|家|个|项|位)?"
    r"|它?(?:排名?第?[几多]少?|名次|位次)|(?:其实|实际上|到底|究竟|说到底)只?|起步(?:的时候|时|阶段)?|也就是|一开始"
    r"|平均(?:每|一|1)[家个户项名人件](?:企业|单位|人|项目)?[能可]?(?:[拿分得领补贷][到了]?)?|(?:当初|原来|原定|当时)?(?:规划|计划)?定的?|才|现在|目前|规划|计划"
    r"|(?:这个?)?目标|实际|做了|手[上里头]有?|离|还差|再?往后|之后|接下来|(?:是)?几[件家个项名]"
    r"|(?:比|跟|较)?的?\d[\d.]*(?:%|[万亿]*[元家个件人名项])(?=[多少高低])"
    r"|(?:已经?|就|才)*(?:超过|达到|不到|低于|高于|突破)了?\d[\d.]*(?:%|[万亿]*[元家个件人名项]?)了?"
    r"|是?[升涨增多高]了?还是[降跌减少低]了?|那边|那里|同一?[年期]|[上前]一?年|当时|当年|[一二三四五六七八九十]年前|最后|一起|还有|随便|说几[件个]|举例|做了|哪些事|事|由|的|那|会|又|再|吧"
)
WHY = re.compile("为什么|为啥|为何|怎么会|咋会|什么原因|原因是")
DEICTIC = re.compile(
    r"这事|这件事|这(一)?(条|项|个|块|份|些|里|方面)|那(一)?(条|项|个|块|些|里|方面)|该(条|项|区|市|规划|政策)|它|其中|上面|前面(说|提)|刚才|还有呢|然后呢|具体呢|怎么说的|具体怎么"
)
TARGET = re.compile(
    r"目标|到20\d\d|[一二两三四五六七八九十\d]年(?:以?后|之后)|要(达|到|有|建|培|引|发展|新增)|打算|计划(到|达|新增|引|建)|预期|规划(到|要|目标|里要)|争取|定(了|的)?多少"
)
BASELINE = re.compile(
    r"现状|基数|目前|现在|已(经|有)|当时|实际|完成(值|了|情况)|截至|截止|底有|年底|去年|当年|“?十三五”?(末|收官|期间|头尾)"
)

# 那, 的 and 对 that open a piece: of 对方 and the like the 对 is no word of its own
_LOOSE = re.compile(
    r"(?<![一-鿿])(?:[那这](?=[一-鿿A-Za-z]|$)|(?:的|对(?![方外口接标象])|里(?![程弄约面]))(?=[一-鿿]))"
)
_PUNCTUATION = re.compile(r"[\s，。？！、；：,.?!;:“”\"'‘’（）()《》【】\[\]~～]+")
_DOES = re.compile("[是做在想有搞开刚要叫厂店]|属于|从事|打算|准备|主营|生产|成立|公司|企业|单位|团队")
_ASIDE_CHARS, _COMMA = 16, re.compile(r",(?!(?<=\d,)\d{3}(?!\d))")
_HAVING = "|".join(f"(?<={at}{has})" for at in ("手里", "手上", "手头") for has in ("有", "还有"))
_SOME = re.compile(
    f"(?:{_HAVING})几(?=[个件家项名种])(?!.[，。？]?$)|(?<=还有)几(?=[个件项][^，。？]{{1,6}}，)"
    "|(?:(?<=就)|(?<=就有)|(?<=只有)|(?<=好)|(?<=才)|(?<=这)|(?<=那)|(?<=十))"
    "几(?=[个件次家年天位名种项条样台亩人张支十百千万亿])"
)
_SO_MANY = re.compile("(?<=[多少几])个(?=[百千万]?亿|[百千]?万)")  # 多少个亿
_YUAN = re.compile(r"(?<=[\d万千百])块钱?(?![地儿头])")
_OLD_TRADES = re.compile("老(?:行当|产业)")
_EACH_ONE, _WHICH = re.compile("每[1一](?=[万千百亿](?!元))"), re.compile("(?<=有)那(?=[些几])")
_ONLY = re.compile(
    "(?:^|(?<=[，。；？]))(?:我们?)?[只单光就](?:(?=大走廊|科技城|全[市区县省])|说|问|看|讲|算|论|要(?=[^，。；？]{2,8}的[^，。；？]{0,3}[，。？]))(?=[一-鿿])"
)
_KNOWN = re.compile(
    "(?<=[，。；？])[^，。；？]{0,24}(?:我[们都已经]*(?:知道|清楚|有数)了?|不用[说讲]了?|我只(?:查到|看到|知道)了?[^，。；？]{1,8})[，。；？]?$"
)
_ASKER = re.compile(
    "^帮[^，。:：“]{1,8}[:：]|^[一-鿿]{2,6}(?:公司|企业|机构|协会|单位)想(?:问|了解|咨询|打听|知道)一?下?[:：，]?"
)
_SHORT_YEAR = re.compile(r"(?<![\d.])(1[5-9]|2\d|3[05])年(?![来间内])")
# what a payment is called by: 租房 in 租房补贴多少
_PAYMENT = re.compile(
    r"([一-鿿]{2})(?:补贴|津贴)(?=的?(?:是|有|标准|能|可以?|最高|一年|一个月|每[年月人]|一次|发|给|拿|领|怎么|咋)*(?:多少|几|多大|怎么|吗|呢|没|[，。？]|$))"
)
_NO_NAME = re.compile(
    "[的了是有几哪一二两三四五六七八九十家个多少条项名所座想这给要么和与及以对把被让其各某每全能可拿领啥么什怎次做办点种]"
    "|分别|或者|还有|比例|发电|财税|认定|评上|通过|备案|入选|获[得评]|发放|配套|相关|最高|享受|申请|资金|财政|政府|企业|公司|项目|政策|扶持|现金|额外|首次|国家|省级|市级|成功"
)


def fold(text: str) -> str:
    """Width folded, white space single, quotation marks kept."""
    folded = " ".join(_COMMA.sub("，", unicodedata.normalize("NFKC", text)).replace("?", "？").split())
    folded = _OLD_TRADES.sub("传统产业", _YUAN.sub("元", folded)).replace("时侯", "时候")
    plain = _SO_MANY.sub("", _EACH_ONE.sub("每", _SOME.sub("数", _WHICH.sub("哪", folded))))
    return _SHORT_YEAR.sub(r"20\1年", _KNOWN.sub("", _ONLY.sub("", _ASKER.sub("", plain))))


def bared(text: str) -> str:
    """A text without the words of asking and without signs."""
    rest = FILLER.sub(" ", _HOW_MANY_PARTS.sub(" ", COUNTED.sub("", _WHICH_OF.sub(" ", text))))
    rest = _LOOSE.sub(" ", rest)
    return " ".join(_PUNCTUATION.sub(" ", rest).split())


def asides_of(text: str) -> list[str]:
    """The clauses of a text that only tell who asks: 我们公司是国高企，."""
    clauses = re.split(r"(?<=[，。？！；])", text)
    told = [c for c in clauses if PERSONA.match(c) and len(c) <= _ASIDE_CHARS and not ASKING.search(c)]
    return [c for c in told if _DOES.search(c)]


def dimension_of(text: str) -> str:
    """The kind of value that a text asks for: 位次, 金额, 比重, or "" for any."""
    found = next((name for name, pattern in DIMENSIONS if pattern.search(text)), "")
    return "" if found == "位次" and WITH_RANK.search(text) else found


def unit_of(text: str) -> str:
    """The unit that a text asks for ("多少家"), "" where it asks for none or for several."""
    units = dict.fromkeys(found.group("unit") for found in UNIT.finditer(text.replace("几张表", "")))
    return next(iter(units)) if len(units) == 1 else ""


def asked_for(text: str) -> list[re.Pattern[str]]:
    """What must be named where a question is answered, for each thing that its asking clauses name (利率, 电话), and
    for what they call a payment by (租房补贴)."""
    said = [one for one in re.split("(?<=[。！？])", text) if one]
    questions = [one for one in said if one.endswith("？")] or said[-1:]
    clauses = re.split(r"[，。；？！]", "".join(dict.fromkeys([*questions, *said[-1:]])))
    asking = "，".join(clause for clause in clauses if ASKING.search(clause)) or text
    paid_for = (name for name in _PAYMENT.findall(asking) if not _NO_NAME.search(name))
    named = ["|".join(map(re.escape, (name, *expanded(name).split()))) for name in paid_for]
    return [*(told for asked, told in ATTRIBUTES if asked.search(asking)), *map(re.compile, named)]
