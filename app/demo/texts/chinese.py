"""What the office in Chengdu reports, answers and plans, in Chinese."""

from app.demo.texts.bank import Bank
from app.demo.texts.kinds import ChangeWords, MeasureText, PlanStory, PlanText, PromiseWords, Series
from app.demo.texts.kinds import ReportText as R

BANK = Bank(
    reports=(
        R("每次申请都要交户口簿复印件，可是我们自己在系统里就能查到。老人要走到街对面去复印。", "counter", "applying", "daily", "21-100", suggestion="我们自己查。",
          accepted="您说得对。从下周起不再收复印件。", fixed="清单上已经没有复印件这一项。", declined="系统里看不到三个月内的迁移，所以只向刚搬家的人要。"),
        R("电话响{minutes}分钟就断，人们只好坐车来问一句话。", "phone", "waiting", "daily", "21-100", suggestion="当天回电。", accepted="先记号码，当天下午四点前回电。", fixed="现在当天全部回电。"),
        R("通知书上写“视同共同生活成员”，没有人看得懂，我一天要解释几十遍。", "mail", "preparing", "daily", "21-100", suggestion="用普通话说清楚。",
          accepted="正在和大厅里的五位居民一起改写。", fixed="新的通知书只有三句话。", declined="这是法规用语，必须保留；下面加了一行说明。"),
        R("网上表格填到一半就清空，{minutes}分钟后什么都没有了。", "web", "applying", "daily", "21-100", accepted="正在做自动保存，下个月上线。", fixed="填过的内容保留一天。"),
        R("中午不叫号，上班的人只有中午能来。", "counter", "applying", "daily", "6-20", suggestion="中午留一个窗口。", accepted="三号窗口中午开放，轮流值班。",
          declined="人手不够，改为每周三开到晚上七点。"),
        R("坐轮椅的人够不到取号机。", "counter", "receiving", "weekly", "1-5", accepted="周四把机器放低，之前由保安帮忙取号。", fixed="取号机已经放低。"),
    ),
    acknowledged=("已经看到，谢谢。这周我去窗口看几个真实的例子。", "收到。我去问清楚这条规定是谁定的，再答复您。", "我自己也遇到过，正在收集数字。"),
    asked=("能说说是哪几天吗？举两三个例子就好，不用写名字。",),
    facts=("这周三次，都在上午。",),
    accepted=("您说得对，这件事我们来办。", "采纳。先试四周，前后都计数。"),
    declined=("我们看过了，目前不改，因为那样大多数人会等得更久。您的报告和数字我们都留着。",),
    fixed=("从周一起已经改了，如果再遇到请告诉我们。",),
    confirmed=("是的，已经解决。", "没有再出现，谢谢。"),
    reopened=("这周又出现了。",),
    seen=("我们这里也一样。", "月初最多。", ""),
    slots={"minutes": ("10", "15", "20")},
)  # fmt: skip

PLAN = PlanText(
    title="托育补贴：从五十天到三天",
    outcome="家长只来一次，三天之内知道结果。",
    mission="让父母在孩子需要照看的时候就能上班，而不是两个月以后。",
    problem="从申请到答复要**五十天**。我们跟了一百份材料：三十八天在等家长补交我们自己能查到的证明，十天在两个科室之间传递，真正的审核不到两小时。\n\n"
    "法规并没有要求这些证明，是我们二〇一二年自己写的清单要求的。",
    customers="每年大约两千一百个家庭。他们的路从找不到人带孩子的那一天开始，多半是从邻居那里听说我们。",
    today="申请，补件通知，再来一次，传到二楼，等签字，寄出。",
    after="窗口当面查系统，当面写决定，同事下午复核，第二天签字。",
    days=(50, 3),
    people="李敏、王涛、四位窗口同事、两位审核员。",
    risks="**决定出错：**每十份由第二个人看一份，超过百分之三就退回原来的做法。**系统停机：**当天可以收纸质证明。",
    changes=(
        ChangeWords("从清单上删去我们能查到的六项证明。", "policy", "中心主任"),
        ChangeWords("在窗口写决定，材料不再上二楼。", "process", "我们自己"),
        ChangeWords("两位审核员上午坐在窗口。", "people", "中心主任", "within_resources"),
    ),
    channels=("counter", "mail"),
    milestones=(
        PromiseWords("新清单签发", "李敏", "签字的那一页", -226, (("done", -229, "已签发，删去六项。", 0),)),
        PromiseWords("所有窗口写决定", "王涛", "每周名单", -185, (("start", -205, "", 0), ("done", -176, "晚了九天，等桌子。", 0))),
        PromiseWords("继续还是退回", "李敏", "半年的数字", -55, (("done", -57, "继续。", 0),), True),
        PromiseWords("短信通知结果", "王涛", "头一百条短信", -8, (("start", -25, "", 0),)),
    ),
    measures=(
        MeasureText("从申请到答复的天数", "outcome", "days", "down", "业务系统", Series(50, 3, 3.5, changed=-229, ramp=3, decimals=1), definition="日历天数，当月中位数。",
                    coverage="全部新申请。", change="新清单", baseline=50, target=3, promised=20),
        MeasureText("要来第二次的家庭", "process", "percent", "down", "取号系统", Series(66, 11, 4, changed=-229, ramp=3), definition="占当月申请的百分比。",
                    coverage="所有窗口。", change="新清单", baseline=66, target=10, promised=20),
    ),
    reports=(
        R("一位爸爸请了第三次假，为了一张我在屏幕上就能看到的证明。", "counter", "applying", "daily", "21-100", suggestion="我们自己查。",
          accepted="这句话就是我们计划的第一行。", fixed="这张证明不再需要了。", confirmed="是的，再没有人为它跑第二趟。", seen=("每天都有。", "还有人因此丢了工作。"), minutes=120),
    ),
)  # fmt: skip

STORY = PlanStory("chengdu", "running", PLAN, started=-294, submitted=-282, decided=-270, verdict="accept")
