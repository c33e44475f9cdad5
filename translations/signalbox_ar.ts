<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_SA">
<context>
    <name>Analytics</name>
    <message>
        <source>Read the numbers again</source>
        <translation>قراءة الأرقام من جديد</translation>
    </message>
    <message>
        <source>One period earlier</source>
        <translation>فترة واحدة إلى الوراء</translation>
    </message>
    <message>
        <source>One period later</source>
        <translation>فترة واحدة إلى الأمام</translation>
    </message>
    <message>
        <source>Compare with another period</source>
        <translation>المقارنة بفترة أخرى</translation>
    </message>
    <message>
        <source>Choose dates</source>
        <translation>اختيار التواريخ</translation>
    </message>
    <message>
        <source>Chart or table</source>
        <translation>رسم بياني أو جدول</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>علامة التبويب التالية</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>علامة التبويب السابقة</translation>
    </message>
    <message>
        <source>Export everything in this tab as CSV</source>
        <translation>تصدير كل ما في علامة التبويب هذه بصيغة CSV</translation>
    </message>
    <message>
        <source>Export everything in this tab as XLSX</source>
        <translation>تصدير كل ما في علامة التبويب هذه بصيغة XLSX</translation>
    </message>
    <message>
        <source>Save this tab as PDF</source>
        <translation>حفظ علامة التبويب هذه بصيغة PDF</translation>
    </message>
    <message>
        <source>Tab %1</source>
        <translation>علامة التبويب %1</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>التحليلات</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>مسارات العمل</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>الحملات</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>الحجز</translation>
    </message>
    <message>
        <source>Response timing</source>
        <translation>توقيت الرد</translation>
    </message>
    <message>
        <source>CRM rows</source>
        <translation>صفوف CRM</translation>
    </message>
</context>
<context>
    <name>AnalyticsCells</name>
    <message>
        <source>The first answer came in less than a minute.</source>
        <translation>وصل الرد الأول خلال أقل من دقيقة.</translation>
    </message>
    <message>
        <source>The first answer came after one minute or more, but less than five.</source>
        <translation>وصل الرد الأول بعد دقيقة أو أكثر، ولكن قبل مرور خمس دقائق.</translation>
    </message>
    <message>
        <source>The first answer came after 5 minutes or more, but less than 15.</source>
        <translation>وصل الرد الأول بعد 5 دقائق أو أكثر، ولكن قبل مرور 15 دقيقة.</translation>
    </message>
    <message>
        <source>The first answer came after 15 minutes or more, but less than an hour.</source>
        <translation>وصل الرد الأول بعد 15 دقيقة أو أكثر، ولكن قبل مرور ساعة.</translation>
    </message>
    <message>
        <source>The first answer came after one hour or more, but less than four.</source>
        <translation>وصل الرد الأول بعد ساعة أو أكثر، ولكن قبل مرور أربع ساعات.</translation>
    </message>
    <message>
        <source>The first answer came after 4 hours or more, but less than a day.</source>
        <translation>وصل الرد الأول بعد 4 ساعات أو أكثر، ولكن قبل مرور يوم.</translation>
    </message>
    <message>
        <source>The first answer came after a day or later.</source>
        <translation>وصل الرد الأول بعد يوم أو أكثر.</translation>
    </message>
    <message>
        <source>The AI chose to wait 180 seconds or more, but less than 210.</source>
        <translation>اختار الذكاء الاصطناعي الانتظار 180 ثانية أو أكثر، ولكن أقل من 210.</translation>
    </message>
    <message>
        <source>The AI chose to wait 210 seconds or more, but less than 270.</source>
        <translation>اختار الذكاء الاصطناعي الانتظار 210 ثوانٍ أو أكثر، ولكن أقل من 270.</translation>
    </message>
    <message>
        <source>The AI chose to wait 270 seconds or more, but less than 330.</source>
        <translation>اختار الذكاء الاصطناعي الانتظار 270 ثانية أو أكثر، ولكن أقل من 330.</translation>
    </message>
    <message>
        <source>The AI chose to wait 330 seconds or more, but less than 390.</source>
        <translation>اختار الذكاء الاصطناعي الانتظار 330 ثانية أو أكثر، ولكن أقل من 390.</translation>
    </message>
    <message>
        <source>The AI chose to wait 390 to 420 seconds.</source>
        <translation>اختار الذكاء الاصطناعي الانتظار من 390 إلى 420 ثانية.</translation>
    </message>
    <message>
        <source>&gt;10 s early</source>
        <translation>أبكر بأكثر من 10 ث</translation>
    </message>
    <message>
        <source>The message went out more than 10 s early: more than ten seconds before its planned time.</source>
        <translation>خرجت الرسالة أبكر بأكثر من 10 ث: قبل موعدها المقرر بأكثر من عشر ثوانٍ.</translation>
    </message>
    <message>
        <source>on time (±10 s)</source>
        <translation>في الموعد (±10 ث)</translation>
    </message>
    <message>
        <source>The message went out at most ten seconds before its planned time, or less than ten after it.</source>
        <translation>خرجت الرسالة قبل موعدها المقرر بعشر ثوانٍ على الأكثر، أو بعده بأقل من عشر ثوانٍ.</translation>
    </message>
    <message>
        <source>10–60 s late</source>
        <translation>متأخرة 10–60 ث</translation>
    </message>
    <message>
        <source>The message went out ten seconds or more after its planned time, but less than a minute.</source>
        <translation>خرجت الرسالة بعد موعدها المقرر بعشر ثوانٍ أو أكثر، ولكن بأقل من دقيقة.</translation>
    </message>
    <message>
        <source>1–5 min late</source>
        <translation>متأخرة 1–5 د</translation>
    </message>
    <message>
        <source>The message went out one minute or more after its planned time, but less than five.</source>
        <translation>خرجت الرسالة بعد موعدها المقرر بدقيقة أو أكثر، ولكن بأقل من خمس دقائق.</translation>
    </message>
    <message>
        <source>&gt;5 min late</source>
        <translation>متأخرة أكثر من 5 د</translation>
    </message>
    <message>
        <source>The message went out five minutes or more after its planned time.</source>
        <translation>خرجت الرسالة بعد موعدها المقرر بخمس دقائق أو أكثر.</translation>
    </message>
    <message>
        <source>Auto-sent</source>
        <translation>مُرسلة تلقائيًا</translation>
    </message>
    <message>
        <source>The AI sent its draft by itself.</source>
        <translation>أرسل الذكاء الاصطناعي مسودته بنفسه.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>معتمدة</translation>
    </message>
    <message>
        <source>A person sent the draft without changing its text.</source>
        <translation>أرسل شخص المسودة دون تغيير نصها.</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>معدّلة</translation>
    </message>
    <message>
        <source>A person changed the draft&apos;s text, then sent it.</source>
        <translation>غيّر شخص نص المسودة ثم أرسلها.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Auto-sent, approved and edited together.</source>
        <translation>المُرسلة تلقائيًا والمعتمدة والمعدّلة معًا.</translation>
    </message>
    <message>
        <source>Setter</source>
        <translation>منسق المواعيد</translation>
    </message>
    <message>
        <source>Setter managed: a person approves each answer before it goes out.</source>
        <translation>بإدارة منسق المواعيد: يعتمد شخص كل رد قبل خروجه.</translation>
    </message>
    <message>
        <source>AI auto-send</source>
        <translation>إرسال تلقائي بالذكاء الاصطناعي</translation>
    </message>
    <message>
        <source>AI auto-send: the AI may send its answer by itself when it is sure enough.</source>
        <translation>إرسال تلقائي بالذكاء الاصطناعي: يجوز للذكاء الاصطناعي إرسال رده بنفسه حين تكون ثقته كافية.</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <translation>%1 نقطة</translation>
    </message>
    <message>
        <source>All responders</source>
        <translation>كل المُجيبين</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>الذكاء الاصطناعي</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 hr</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>كل القنوات</translation>
    </message>
    <message>
        <source>No process</source>
        <translation>بلا عملية</translation>
    </message>
    <message numerus="yes">
        <source>No change is told: one side has only %n, and below 30 a change of a rate is chance.</source>
        <translation>
            <numerusform>لا يُذكر تغيير: لدى أحد الجانبين %n فقط، وتغيّر المعدل دون 30 محض صدفة.</numerusform>
            <numerusform>لا يُذكر تغيير: لدى أحد الجانبين %n فقط، وتغيّر المعدل دون 30 محض صدفة.</numerusform>
            <numerusform>لا يُذكر تغيير: لدى أحد الجانبين %n فقط، وتغيّر المعدل دون 30 محض صدفة.</numerusform>
            <numerusform>لا يُذكر تغيير: لدى أحد الجانبين %n فقط، وتغيّر المعدل دون 30 محض صدفة.</numerusform>
            <numerusform>لا يُذكر تغيير: لدى أحد الجانبين %n فقط، وتغيّر المعدل دون 30 محض صدفة.</numerusform>
            <numerusform>لا يُذكر تغيير: لدى أحد الجانبين %n فقط، وتغيّر المعدل دون 30 محض صدفة.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to divide by, so there is no figure.</source>
        <translation>لا يوجد ما يُقسم عليه، لذا لا يوجد رقم.</translation>
    </message>
    <message>
        <source>One of the two periods has no figure to compare.</source>
        <translation>إحدى الفترتين بلا رقم للمقارنة.</translation>
    </message>
</context>
<context>
    <name>AnalyticsPrint</name>
    <message>
        <source>compared with %1</source>
        <translation>مقارنةً بـ: %1</translation>
    </message>
    <message>
        <source>time zone %1</source>
        <translation>المنطقة الزمنية %1</translation>
    </message>
    <message>
        <source>computed %1</source>
        <translation>حُسبت %1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>الصفحة %1</translation>
    </message>
    <message>
        <source>Showing the first %1 of %2 rows. Export as CSV or XLSX has all.</source>
        <translation>تُعرض أول %1 من أصل %2 من الصفوف. التصدير بصيغة CSV أو XLSX يشملها كلها.</translation>
    </message>
</context>
<context>
    <name>AnalyticsTables</name>
    <message>
        <source>Sequence</source>
        <translation>التسلسل</translation>
    </message>
    <message>
        <source>The follow-up sequence that had already sent a step when the lead booked. If several had, the one whose last step is the oldest counts.</source>
        <translation>تسلسل المتابعة الذي كان قد أرسل خطوة حين حجز العميل المحتمل. إن كانت عدة تسلسلات قد أرسلت، يُحتسب الذي خطوته الأخيرة هي الأقدم.</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>الحجوزات</translation>
    </message>
    <message>
        <source>Leads whose meeting was booked in the period, counted for this sequence. Meetings cancelled later stay in.</source>
        <translation>العملاء المحتملون الذين حُجز اجتماعهم في الفترة، محتسبين لهذا التسلسل. تبقى الاجتماعات الملغاة لاحقًا محتسبة.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>Booked now, less that of the period compared with.</source>
        <translation>الحجوزات الآن، مطروحًا منها حجوزات فترة المقارنة.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>Of all meetings booked from a workflow, the part that came from this sequence.</source>
        <translation>من كل الاجتماعات المحجوزة عبر مسار عمل، الجزء الذي جاء من هذا التسلسل.</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>الحملة</translation>
    </message>
    <message>
        <source>The reactivation campaign: it writes again to leads that had gone quiet.</source>
        <translation>حملة إعادة التنشيط: تكتب من جديد إلى عملاء محتملين انقطعوا عن التواصل.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>المُرسل إليهم</translation>
    </message>
    <message>
        <source>Leads this campaign wrote to in the period.</source>
        <translation>العملاء المحتملون الذين كتبت إليهم هذه الحملة في الفترة.</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>الردود</translation>
    </message>
    <message>
        <source>Of those sent, leads that wrote back afterwards, before the period ended.</source>
        <translation>من المُرسل إليهم، العملاء المحتملون الذين كتبوا ردًا بعد ذلك، قبل نهاية الفترة.</translation>
    </message>
    <message>
        <source>Response rate</source>
        <translation>معدل الرد</translation>
    </message>
    <message>
        <source>Responded divided by sent.</source>
        <translation>الردود مقسومة على المُرسل إليهم.</translation>
    </message>
    <message>
        <source>Response rate now, less that of the period compared with, in percentage points. Not told when either side has fewer than 30 sent.</source>
        <translation>معدل الرد الآن، مطروحًا منه معدل فترة المقارنة، بالنقاط المئوية. لا يُذكر إذا كان لدى أي من الجانبين أقل من 30 مُرسلًا إليه.</translation>
    </message>
    <message>
        <source>Of those sent, leads that booked a meeting afterwards, before the period ended.</source>
        <translation>من المُرسل إليهم، العملاء المحتملون الذين حجزوا اجتماعًا بعد ذلك، قبل نهاية الفترة.</translation>
    </message>
    <message>
        <source>Booking rate</source>
        <translation>معدل الحجز</translation>
    </message>
    <message>
        <source>Booked divided by sent.</source>
        <translation>الحجوزات مقسومة على المُرسل إليهم.</translation>
    </message>
    <message>
        <source>Booking rate now, less that of the period compared with, in percentage points. Not told when either side has fewer than 30 sent.</source>
        <translation>معدل الحجز الآن، مطروحًا منه معدل فترة المقارنة، بالنقاط المئوية. لا يُذكر إذا كان لدى أي من الجانبين أقل من 30 مُرسلًا إليه.</translation>
    </message>
    <message>
        <source>The e-mail campaign the leads belong to. Choose one to see its industries and company sizes below.</source>
        <translation>حملة البريد الإلكتروني التي ينتمي إليها العملاء المحتملون. اختر واحدة لترى قطاعاتها وأحجام شركاتها أدناه.</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>الإيجابية</translation>
    </message>
    <message>
        <source>Leads of the campaign whose last reply came in the period and is positive: they want a meeting, a call or information, or are interested.</source>
        <translation>عملاء الحملة المحتملون الذين جاء ردهم الأخير في الفترة وكان إيجابيًا: يريدون اجتماعًا أو اتصالًا أو معلومات، أو هم مهتمون.</translation>
    </message>
    <message>
        <source>Positive replies now, less that of the period compared with.</source>
        <translation>الردود الإيجابية الآن، مطروحًا منها ردود فترة المقارنة.</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Of the positive, leads that asked for a meeting or a call.</source>
        <translation>من الإيجابية، العملاء المحتملون الذين طلبوا اجتماعًا أو اتصالًا.</translation>
    </message>
    <message>
        <source>Leads of the campaign whose meeting was booked in the period and is in the workspace&apos;s own calendar, GoHighLevel or Calendly.</source>
        <translation>عملاء الحملة المحتملون الذين حُجز اجتماعهم في الفترة وهو في تقويم مساحة العمل نفسها أو GoHighLevel أو Calendly.</translation>
    </message>
    <message>
        <source>Booked / Positive</source>
        <translation>الحجوزات / الإيجابية</translation>
    </message>
    <message>
        <source>Meetings booked divided by positive replies. It can exceed 100 %: a meeting booked now may follow a reply of an earlier period.</source>
        <translation>الاجتماعات المحجوزة مقسومة على الردود الإيجابية. قد تتجاوز 100 %: فقد يعقب اجتماعٌ محجوز الآن ردًا من فترة سابقة.</translation>
    </message>
    <message>
        <source>Booked / Positive now, less that of the period compared with, in percentage points. Not told when either side has fewer than 30 positive replies.</source>
        <translation>الحجوزات / الإيجابية الآن، مطروحًا منها نسبة فترة المقارنة، بالنقاط المئوية. لا يُذكر إذا كان لدى أي من الجانبين أقل من 30 ردًا إيجابيًا.</translation>
    </message>
    <message>
        <source>Requested / Positive</source>
        <translation>الطلبات / الإيجابية</translation>
    </message>
    <message>
        <source>Leads that asked for a meeting or a call divided by positive replies.</source>
        <translation>العملاء المحتملون الذين طلبوا اجتماعًا أو اتصالًا مقسومين على الردود الإيجابية.</translation>
    </message>
    <message>
        <source>Booked / Requested</source>
        <translation>الحجوزات / الطلبات</translation>
    </message>
    <message>
        <source>Meetings booked divided by leads that asked for a meeting or a call. It can exceed 100 %: some book without asking.</source>
        <translation>الاجتماعات المحجوزة مقسومة على العملاء المحتملين الذين طلبوا اجتماعًا أو اتصالًا. قد تتجاوز 100 %: فبعضهم يحجز دون أن يطلب.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>الوضع</translation>
    </message>
    <message>
        <source>Who answers replies of the campaign: a setter who approves each answer, or the AI, which may send by itself.</source>
        <translation>من يرد على ردود الحملة: منسق مواعيد يعتمد كل رد، أو الذكاء الاصطناعي الذي يجوز له الإرسال بنفسه.</translation>
    </message>
    <message>
        <source>The e-mail campaign the leads belong to.</source>
        <translation>حملة البريد الإلكتروني التي ينتمي إليها العملاء المحتملون.</translation>
    </message>
    <message>
        <source>Leads of the campaign whose last reply came in the period and is positive.</source>
        <translation>عملاء الحملة المحتملون الذين جاء ردهم الأخير في الفترة وكان إيجابيًا.</translation>
    </message>
    <message>
        <source>Leads of the campaign whose meeting was booked in the period.</source>
        <translation>عملاء الحملة المحتملون الذين حُجز اجتماعهم في الفترة.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>المعدل</translation>
    </message>
    <message>
        <source>Meetings booked divided by positive replies: what the campaigns are ranked by.</source>
        <translation>الاجتماعات المحجوزة مقسومة على الردود الإيجابية: ما تُرتَّب الحملات بحسبه.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Where the draft was sent.</source>
        <translation>حيث أُرسلت المسودة.</translation>
    </message>
    <message>
        <source>Auto-sent</source>
        <translation>مُرسلة تلقائيًا</translation>
    </message>
    <message>
        <source>Drafts the AI sent by itself.</source>
        <translation>المسودات التي أرسلها الذكاء الاصطناعي بنفسه.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>معتمدة</translation>
    </message>
    <message>
        <source>Drafts a person sent without changing the text.</source>
        <translation>المسودات التي أرسلها شخص دون تغيير النص.</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>معدّلة</translation>
    </message>
    <message>
        <source>Drafts whose text a person changed before sending.</source>
        <translation>المسودات التي غيّر شخص نصها قبل الإرسال.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>Drafts whose first message went out in the period. E-mail counts only for campaigns in which the AI may send by itself.</source>
        <translation>المسودات التي خرجت رسالتها الأولى في الفترة. لا يُحتسب البريد الإلكتروني إلا للحملات التي يجوز فيها للذكاء الاصطناعي الإرسال بنفسه.</translation>
    </message>
    <message>
        <source>All drafts sent now, less that of the period compared with.</source>
        <translation>كل المسودات المُرسلة الآن، مطروحًا منها مسودات فترة المقارنة.</translation>
    </message>
    <message>
        <source>Where the draft was sent. A lead written to on two channels counts on both.</source>
        <translation>حيث أُرسلت المسودة. العميل المحتمل الذي كُتب إليه عبر قناتين يُحتسب في كلتيهما.</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>المآل</translation>
    </message>
    <message>
        <source>What became of the draft&apos;s text: sent by the AI, approved unchanged, or edited by a person.</source>
        <translation>ما آل إليه نص المسودة: أرسله الذكاء الاصطناعي، أو اعتُمد دون تغيير، أو عدّله شخص.</translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation>المحتسبون</translation>
    </message>
    <message>
        <source>Leads whose outcome is known: those that booked and those that did not. Left out are pending ones and bookings without a time.</source>
        <translation>العملاء المحتملون المعروفة نتيجتهم: من حجزوا ومن لم يحجزوا. يُستثنى من هم قيد الانتظار والحجوزات التي بلا وقت.</translation>
    </message>
    <message>
        <source>Booked divided by eligible. “—”: nobody&apos;s outcome is known yet.</source>
        <translation>الحجوزات مقسومة على المحتسبين. «—»: لا تُعرف نتيجة أحد بعد.</translation>
    </message>
    <message>
        <source>Booking rate now, less that of the period compared with, in percentage points. Not told when either side has fewer than 30 eligible leads.</source>
        <translation>معدل الحجز الآن، مطروحًا منه معدل فترة المقارنة، بالنقاط المئوية. لا يُذكر إذا كان لدى أي من الجانبين أقل من 30 عميلًا محتملًا محتسبًا.</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>No timestamp</source>
        <translation>بلا وقت</translation>
    </message>
    <message>
        <source>Leads with a booking of which nobody knows when it was made, so it cannot be counted for a draft.</source>
        <translation>عملاء محتملون لديهم حجز لا يعرف أحد متى تم، فلا يمكن احتسابه لمسودة.</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>العملية</translation>
    </message>
    <message>
        <source>The booking process: which links, times and questions a lead is offered, wave by wave. “No process”: progress that belongs to none.</source>
        <translation>عملية الحجز: أي روابط وأوقات وأسئلة تُعرض على العميل المحتمل، موجة تلو موجة. «بلا عملية»: تقدّم لا يتبع أي عملية.</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>العملاء المحتملون</translation>
    </message>
    <message>
        <source>Leads whose way through the process began in the period.</source>
        <translation>العملاء المحتملون الذين بدأ مرورهم بالعملية في الفترة.</translation>
    </message>
    <message>
        <source>Leads now, less that of the period compared with.</source>
        <translation>العملاء المحتملون الآن، مطروحًا منهم عدد فترة المقارنة.</translation>
    </message>
    <message>
        <source>Of those leads, the ones that have booked a meeting by now.</source>
        <translation>من هؤلاء العملاء المحتملين، الذين حجزوا اجتماعًا حتى الآن.</translation>
    </message>
    <message>
        <source>Booked divided by leads.</source>
        <translation>الحجوزات مقسومة على العملاء المحتملين.</translation>
    </message>
    <message>
        <source>Booking rate now, less that of the period compared with, in percentage points. Not told when either side has fewer than 30 leads.</source>
        <translation>معدل الحجز الآن، مطروحًا منه معدل فترة المقارنة، بالنقاط المئوية. لا يُذكر إذا كان لدى أي من الجانبين أقل من 30 عميلًا محتملًا.</translation>
    </message>
    <message>
        <source>Avg outbounds</source>
        <translation>متوسط الصادرة</translation>
    </message>
    <message>
        <source>How many messages we sent until the meeting was booked, e-mail, SMS and LinkedIn together: the mean over the booked leads.</source>
        <translation>عدد الرسائل التي أرسلناها حتى حُجز الاجتماع، عبر البريد الإلكتروني وSMS وLinkedIn معًا: المتوسط للعملاء المحتملين الذين حجزوا.</translation>
    </message>
    <message>
        <source>Setter</source>
        <translation>منسق المواعيد</translation>
    </message>
    <message>
        <source>The person the leads are assigned to.</source>
        <translation>الشخص الذي أُسند إليه العملاء المحتملون.</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>المسندون</translation>
    </message>
    <message>
        <source>Leads that were assigned to the setter in the period and are still with them.</source>
        <translation>العملاء المحتملون الذين أُسندوا إلى منسق المواعيد في الفترة ولا يزالون لديه.</translation>
    </message>
    <message>
        <source>Of the assigned, leads the setter has written to at least once.</source>
        <translation>من المسندين، العملاء المحتملون الذين كتب إليهم منسق المواعيد مرة واحدة على الأقل.</translation>
    </message>
    <message>
        <source>Of the assigned, leads whose sentiment is positive now: they want a meeting, a call or information, or are interested.</source>
        <translation>من المسندين، العملاء المحتملون الذين انطباعهم إيجابي الآن: يريدون اجتماعًا أو اتصالًا أو معلومات، أو هم مهتمون.</translation>
    </message>
    <message>
        <source>Of the assigned, leads that ask for a meeting or a call.</source>
        <translation>من المسندين، العملاء المحتملون الذين يطلبون اجتماعًا أو اتصالًا.</translation>
    </message>
    <message>
        <source>Of the assigned, leads that have booked a meeting by now.</source>
        <translation>من المسندين، العملاء المحتملون الذين حجزوا اجتماعًا حتى الآن.</translation>
    </message>
    <message>
        <source>Resp. / Assigned</source>
        <translation>الردود / المسندون</translation>
    </message>
    <message>
        <source>Responded divided by assigned: how many of the leads were written to.</source>
        <translation>الردود مقسومة على المسندين: كم من العملاء المحتملين كُتب إليهم.</translation>
    </message>
    <message>
        <source>Pos. / Resp.</source>
        <translation>الإيجابية / الردود</translation>
    </message>
    <message>
        <source>Positive divided by responded.</source>
        <translation>الإيجابية مقسومة على الردود.</translation>
    </message>
    <message>
        <source>Req. / Pos.</source>
        <translation>الطلبات / الإيجابية</translation>
    </message>
    <message>
        <source>Requested divided by positive.</source>
        <translation>الطلبات مقسومة على الإيجابية.</translation>
    </message>
    <message>
        <source>Booked / Req.</source>
        <translation>الحجوزات / الطلبات</translation>
    </message>
    <message>
        <source>Booked divided by requested. It can exceed 100 %: some book without asking.</source>
        <translation>الحجوزات مقسومة على الطلبات. قد تتجاوز 100 %: فبعضهم يحجز دون أن يطلب.</translation>
    </message>
    <message>
        <source>Booked / Assigned</source>
        <translation>الحجوزات / المسندون</translation>
    </message>
    <message>
        <source>Booked divided by assigned: the whole funnel in one number.</source>
        <translation>الحجوزات مقسومة على المسندين: القمع كله في رقم واحد.</translation>
    </message>
    <message>
        <source>Rate now, less that of the period compared with, in percentage points. Not told when either side has fewer than 30 eligible leads.</source>
        <translation>المعدل الآن، مطروحًا منه معدل فترة المقارنة، بالنقاط المئوية. لا يُذكر إذا كان لدى أي من الجانبين أقل من 30 عميلًا محتملًا محتسبًا.</translation>
    </message>
    <message>
        <source>Responder</source>
        <translation>المُجيب</translation>
    </message>
    <message>
        <source>Who gave the first answer: a setter, by address, or the AI. Each lead counts once, for its earliest answer. The channel counts here, the choice of a responder does not.</source>
        <translation>من قدّم الرد الأول: منسق مواعيد، بعنوانه، أو الذكاء الاصطناعي. يُحتسب كل عميل محتمل مرة واحدة، لأبكر رد تلقاه. تُراعى القناة هنا، ولا يُراعى اختيار المُجيب.</translation>
    </message>
    <message>
        <source>Avg response</source>
        <translation>متوسط الرد</translation>
    </message>
    <message>
        <source>From the lead&apos;s message to our first answer, by the clock, nights and weekends included: the mean over the leads.</source>
        <translation>من رسالة العميل المحتمل إلى ردنا الأول، بحسب الساعة، بما في ذلك الليالي وعطلات نهاية الأسبوع: المتوسط للعملاء المحتملين.</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>الشريحة</translation>
    </message>
    <message>
        <source>How long the lead waited for our first answer, by the clock, nights and weekends included.</source>
        <translation>كم انتظر العميل المحتمل ردنا الأول، بحسب الساعة، بما في ذلك الليالي وعطلات نهاية الأسبوع.</translation>
    </message>
    <message>
        <source>How long the AI chose to wait before its answer went out, so that it is not there at once.</source>
        <translation>كم اختار الذكاء الاصطناعي الانتظار قبل خروج رده، كيلا يصل على الفور.</translation>
    </message>
    <message>
        <source>How far from its planned time the AI&apos;s answer really went out.</source>
        <translation>كم ابتعد خروج رد الذكاء الاصطناعي الفعلي عن موعده المقرر.</translation>
    </message>
    <message numerus="yes">
        <source>Leads that booked at most %n day(s) after the last such draft was sent, before the period ended, and did not cancel.</source>
        <translation>
            <numerusform>العملاء المحتملون الذين حجزوا خلال %n يوم على الأكثر بعد إرسال آخر مسودة من هذا القبيل، قبل نهاية الفترة، ولم يلغوا.</numerusform>
            <numerusform>العملاء المحتملون الذين حجزوا خلال %n يوم على الأكثر بعد إرسال آخر مسودة من هذا القبيل، قبل نهاية الفترة، ولم يلغوا.</numerusform>
            <numerusform>العملاء المحتملون الذين حجزوا خلال %n يوم على الأكثر بعد إرسال آخر مسودة من هذا القبيل، قبل نهاية الفترة، ولم يلغوا.</numerusform>
            <numerusform>العملاء المحتملون الذين حجزوا خلال %n أيام على الأكثر بعد إرسال آخر مسودة من هذا القبيل، قبل نهاية الفترة، ولم يلغوا.</numerusform>
            <numerusform>العملاء المحتملون الذين حجزوا خلال %n يومًا على الأكثر بعد إرسال آخر مسودة من هذا القبيل، قبل نهاية الفترة، ولم يلغوا.</numerusform>
            <numerusform>العملاء المحتملون الذين حجزوا خلال %n يوم على الأكثر بعد إرسال آخر مسودة من هذا القبيل، قبل نهاية الفترة، ولم يلغوا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leads that booked at most %n day(s) after our first answer, before the period ended, and did not cancel.</source>
        <translation>
            <numerusform>العملاء المحتملون الذين حجزوا خلال %n يوم على الأكثر بعد ردنا الأول، قبل نهاية الفترة، ولم يلغوا.</numerusform>
            <numerusform>العملاء المحتملون الذين حجزوا خلال %n يوم على الأكثر بعد ردنا الأول، قبل نهاية الفترة، ولم يلغوا.</numerusform>
            <numerusform>العملاء المحتملون الذين حجزوا خلال %n يوم على الأكثر بعد ردنا الأول، قبل نهاية الفترة، ولم يلغوا.</numerusform>
            <numerusform>العملاء المحتملون الذين حجزوا خلال %n أيام على الأكثر بعد ردنا الأول، قبل نهاية الفترة، ولم يلغوا.</numerusform>
            <numerusform>العملاء المحتملون الذين حجزوا خلال %n يومًا على الأكثر بعد ردنا الأول، قبل نهاية الفترة، ولم يلغوا.</numerusform>
            <numerusform>العملاء المحتملون الذين حجزوا خلال %n يوم على الأكثر بعد ردنا الأول، قبل نهاية الفترة، ولم يلغوا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leads that have not booked and got the draft less than %n day(s) before the period&apos;s end: too early to tell.</source>
        <translation>
            <numerusform>العملاء المحتملون الذين لم يحجزوا وتلقوا المسودة قبل نهاية الفترة بأقل من %n يوم: من المبكر الحكم.</numerusform>
            <numerusform>العملاء المحتملون الذين لم يحجزوا وتلقوا المسودة قبل نهاية الفترة بأقل من %n يوم: من المبكر الحكم.</numerusform>
            <numerusform>العملاء المحتملون الذين لم يحجزوا وتلقوا المسودة قبل نهاية الفترة بأقل من %n يوم: من المبكر الحكم.</numerusform>
            <numerusform>العملاء المحتملون الذين لم يحجزوا وتلقوا المسودة قبل نهاية الفترة بأقل من %n أيام: من المبكر الحكم.</numerusform>
            <numerusform>العملاء المحتملون الذين لم يحجزوا وتلقوا المسودة قبل نهاية الفترة بأقل من %n يومًا: من المبكر الحكم.</numerusform>
            <numerusform>العملاء المحتملون الذين لم يحجزوا وتلقوا المسودة قبل نهاية الفترة بأقل من %n يوم: من المبكر الحكم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leads that have not booked and were answered less than %n day(s) before the period&apos;s end: too early to tell.</source>
        <translation>
            <numerusform>العملاء المحتملون الذين لم يحجزوا وتم الرد عليهم قبل نهاية الفترة بأقل من %n يوم: من المبكر الحكم.</numerusform>
            <numerusform>العملاء المحتملون الذين لم يحجزوا وتم الرد عليهم قبل نهاية الفترة بأقل من %n يوم: من المبكر الحكم.</numerusform>
            <numerusform>العملاء المحتملون الذين لم يحجزوا وتم الرد عليهم قبل نهاية الفترة بأقل من %n يوم: من المبكر الحكم.</numerusform>
            <numerusform>العملاء المحتملون الذين لم يحجزوا وتم الرد عليهم قبل نهاية الفترة بأقل من %n أيام: من المبكر الحكم.</numerusform>
            <numerusform>العملاء المحتملون الذين لم يحجزوا وتم الرد عليهم قبل نهاية الفترة بأقل من %n يومًا: من المبكر الحكم.</numerusform>
            <numerusform>العملاء المحتملون الذين لم يحجزوا وتم الرد عليهم قبل نهاية الفترة بأقل من %n يوم: من المبكر الحكم.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnalyticsTabs</name>
    <message numerus="yes">
        <source>%Ln booked</source>
        <translation>
            <numerusform>%Ln حجز</numerusform>
            <numerusform>%Ln حجز</numerusform>
            <numerusform>%Ln حجز</numerusform>
            <numerusform>%Ln حجوزات</numerusform>
            <numerusform>%Ln حجزًا</numerusform>
            <numerusform>%Ln حجز</numerusform>
        </translation>
    </message>
    <message>
        <source>Positive replies of the group, and the meetings it booked: %1 of the positive replies.</source>
        <translation>الردود الإيجابية للمجموعة، والاجتماعات التي حجزتها: %1 من الردود الإيجابية.</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 من %3)</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n يوم</numerusform>
            <numerusform>%n يوم</numerusform>
            <numerusform>%n يوم</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروف</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Signalbox cannot start its database.</source>
        <translation>يتعذر على Signalbox تشغيل قاعدة بياناته.</translation>
    </message>
</context>
<context>
    <name>CrmColumns</name>
    <message>
        <source>Interest date</source>
        <translation>تاريخ الاهتمام</translation>
    </message>
    <message>
        <source>When the lead first showed interest.</source>
        <translation>متى أبدى العميل المحتمل اهتمامه أول مرة.</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>الحملة</translation>
    </message>
    <message>
        <source>The campaign the interest came from, else the lead&apos;s e-mail, SMS or workflow campaign.</source>
        <translation>الحملة التي جاء منها الاهتمام، وإلا فحملة العميل المحتمل للبريد الإلكتروني أو SMS أو مسار العمل.</translation>
    </message>
    <message>
        <source>Company Name</source>
        <translation>اسم الشركة</translation>
    </message>
    <message>
        <source>The lead&apos;s company.</source>
        <translation>شركة العميل المحتمل.</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>الموقع الإلكتروني</translation>
    </message>
    <message>
        <source>The company&apos;s website.</source>
        <translation>الموقع الإلكتروني للشركة.</translation>
    </message>
    <message>
        <source>First Name</source>
        <translation>الاسم الأول</translation>
    </message>
    <message>
        <source>The lead&apos;s first name.</source>
        <translation>الاسم الأول للعميل المحتمل.</translation>
    </message>
    <message>
        <source>Last Name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <source>The lead&apos;s last name.</source>
        <translation>اسم عائلة العميل المحتمل.</translation>
    </message>
    <message>
        <source>Job Title</source>
        <translation>المسمى الوظيفي</translation>
    </message>
    <message>
        <source>The lead&apos;s position in the company.</source>
        <translation>منصب العميل المحتمل في الشركة.</translation>
    </message>
    <message>
        <source>Lead&apos;s Email</source>
        <translation>البريد الإلكتروني للعميل المحتمل</translation>
    </message>
    <message>
        <source>The lead&apos;s own e-mail address.</source>
        <translation>عنوان البريد الإلكتروني الخاص بالعميل المحتمل.</translation>
    </message>
    <message>
        <source>Lead LinkedIn</source>
        <translation>LinkedIn للعميل المحتمل</translation>
    </message>
    <message>
        <source>The lead&apos;s LinkedIn profile.</source>
        <translation>ملف العميل المحتمل على LinkedIn.</translation>
    </message>
    <message>
        <source>Phone Number</source>
        <translation>رقم الهاتف</translation>
    </message>
    <message>
        <source>The lead&apos;s phone number.</source>
        <translation>رقم هاتف العميل المحتمل.</translation>
    </message>
    <message>
        <source>Email/LinkedIn Step Responded</source>
        <translation>خطوة الرد بالبريد الإلكتروني/LinkedIn</translation>
    </message>
    <message>
        <source>How many messages on the interest&apos;s channel went out before the interest.</source>
        <translation>عدد الرسائل التي خرجت عبر قناة الاهتمام قبل الاهتمام.</translation>
    </message>
    <message>
        <source>Lead Category</source>
        <translation>فئة العميل المحتمل</translation>
    </message>
    <message>
        <source>The category set by hand, else the kind of interest, else the sentiment of the lead.</source>
        <translation>الفئة المعيّنة يدويًا، وإلا فنوع الاهتمام، وإلا فانطباع العميل المحتمل.</translation>
    </message>
    <message>
        <source>Response Type</source>
        <translation>نوع الرد</translation>
    </message>
    <message>
        <source>What the lead asked for: a meeting, information, later contact, or it objected.</source>
        <translation>ما طلبه العميل المحتمل: اجتماع أو معلومات أو تواصل لاحق، أو أنه اعترض.</translation>
    </message>
    <message>
        <source>Lead Status</source>
        <translation>حالة العميل المحتمل</translation>
    </message>
    <message>
        <source>The status in the pipeline when one is set, else the status of the lead.</source>
        <translation>الحالة في مسار المبيعات إن كانت معيّنة، وإلا فحالة العميل المحتمل.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>The channel the interest came in on.</source>
        <translation>القناة التي ورد الاهتمام عبرها.</translation>
    </message>
    <message>
        <source>Lead Type</source>
        <translation>نوع العميل المحتمل</translation>
    </message>
    <message>
        <source>The type of lead, as the team notes it.</source>
        <translation>نوع العميل المحتمل كما يدوّنه الفريق.</translation>
    </message>
    <message>
        <source>Application Status</source>
        <translation>حالة الطلب</translation>
    </message>
    <message>
        <source>How far the application is, as the team notes it.</source>
        <translation>المرحلة التي بلغها الطلب كما يدوّنها الفريق.</translation>
    </message>
    <message>
        <source>Appointment Setter</source>
        <translation>منسق المواعيد</translation>
    </message>
    <message>
        <source>Whom the lead is assigned to.</source>
        <translation>من أُسند إليه العميل المحتمل.</translation>
    </message>
    <message>
        <source>Setter Assignment</source>
        <translation>إسناد منسق المواعيد</translation>
    </message>
    <message>
        <source>Who sent the first answer to the interest.</source>
        <translation>من أرسل الرد الأول على الاهتمام.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Notes of the team on this row.</source>
        <translation>ملاحظات الفريق على هذا الصف.</translation>
    </message>
    <message>
        <source>Initial response date</source>
        <translation>تاريخ الرد الأولي</translation>
    </message>
    <message>
        <source>When the lead first answered with interest: the interest date.</source>
        <translation>متى رد العميل المحتمل باهتمام أول مرة: تاريخ الاهتمام.</translation>
    </message>
    <message>
        <source>Follow-up 1</source>
        <translation>المتابعة 1</translation>
    </message>
    <message>
        <source>When the next open follow-up task is due.</source>
        <translation>موعد استحقاق مهمة المتابعة المفتوحة التالية.</translation>
    </message>
    <message>
        <source>Follow-up 2</source>
        <translation>المتابعة 2</translation>
    </message>
    <message>
        <source>When the second open follow-up task is due.</source>
        <translation>موعد استحقاق مهمة المتابعة المفتوحة الثانية.</translation>
    </message>
    <message>
        <source>Follow-up 3</source>
        <translation>المتابعة 3</translation>
    </message>
    <message>
        <source>When the third open follow-up task is due.</source>
        <translation>موعد استحقاق مهمة المتابعة المفتوحة الثالثة.</translation>
    </message>
    <message>
        <source>Follow-up 4</source>
        <translation>المتابعة 4</translation>
    </message>
    <message>
        <source>When the fourth open follow-up task is due.</source>
        <translation>موعد استحقاق مهمة المتابعة المفتوحة الرابعة.</translation>
    </message>
    <message>
        <source>Follow-up 5</source>
        <translation>المتابعة 5</translation>
    </message>
    <message>
        <source>When the fifth open follow-up task is due.</source>
        <translation>موعد استحقاق مهمة المتابعة المفتوحة الخامسة.</translation>
    </message>
    <message>
        <source>Response step complete</source>
        <translation>اكتملت خطوة الرد</translation>
    </message>
    <message>
        <source>Whether the interest was answered on its channel; empty when channel or date is unknown.</source>
        <translation>هل تم الرد على الاهتمام عبر قناته؛ فارغ إذا كانت القناة أو التاريخ غير معروفين.</translation>
    </message>
    <message>
        <source>Date of Booking</source>
        <translation>تاريخ الحجز</translation>
    </message>
    <message>
        <source>When the current appointment was booked.</source>
        <translation>متى حُجز الموعد الحالي.</translation>
    </message>
    <message>
        <source>Date of Meeting</source>
        <translation>تاريخ الاجتماع</translation>
    </message>
    <message>
        <source>When the current appointment begins.</source>
        <translation>متى يبدأ الموعد الحالي.</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>مؤهل</translation>
    </message>
    <message>
        <source>Yes for qualified and booked leads, no for unqualified, uninterested and blacklisted ones.</source>
        <translation>«نعم» للعملاء المحتملين المؤهلين ومن حجزوا، و«لا» لغير المؤهلين وغير المهتمين والمحظورين.</translation>
    </message>
    <message>
        <source>Follow-up Date Requested</source>
        <translation>تاريخ المتابعة المطلوب</translation>
    </message>
    <message>
        <source>Until when the conversation is snoozed.</source>
        <translation>إلى متى أُجّلت المحادثة.</translation>
    </message>
    <message>
        <source>Setters</source>
        <translation>منسقو المواعيد</translation>
    </message>
    <message>
        <source>AI vs Human Response</source>
        <translation>رد الذكاء الاصطناعي أو البشر</translation>
    </message>
    <message>
        <source>Who answered the interest first: the AI, a human, or nobody known.</source>
        <translation>من رد أولًا على الاهتمام: الذكاء الاصطناعي أو إنسان أو لا أحد معروف.</translation>
    </message>
    <message>
        <source>Lead Score</source>
        <translation>تقييم العميل المحتمل</translation>
    </message>
    <message>
        <source>The score at the time of the interest, else the current one.</source>
        <translation>التقييم وقت الاهتمام، وإلا فالتقييم الحالي.</translation>
    </message>
</context>
<context>
    <name>CrmTable</name>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Meeting request</source>
        <translation>طلب اجتماع</translation>
    </message>
    <message>
        <source>Information request</source>
        <translation>طلب معلومات</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>اعتراض</translation>
    </message>
    <message>
        <source>Follow-up later</source>
        <translation>متابعة لاحقًا</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>الذكاء الاصطناعي</translation>
    </message>
    <message>
        <source>Human</source>
        <translation>إنسان</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Computed from the conversation: it cannot be edited.</source>
        <translation>محسوب من المحادثة: لا يمكن تعديله.</translation>
    </message>
    <message>
        <source>Your role may look at this table, not edit it.</source>
        <translation>يتيح دورك عرض هذا الجدول دون تعديله.</translation>
    </message>
    <message>
        <source>This lead is not assigned to you.</source>
        <translation>هذا العميل المحتمل غير مسند إليك.</translation>
    </message>
    <message>
        <source>A manager assigns leads.</source>
        <translation>إسناد العملاء المحتملين من شأن المدير.</translation>
    </message>
    <message>
        <source>The row is still being loaded.</source>
        <translation>لا يزال الصف قيد التحميل.</translation>
    </message>
    <message>
        <source>New rows are being loaded.</source>
        <translation>جارٍ تحميل صفوف جديدة.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Reading was switched off by an operator.</source>
        <translation>أوقف المشغّل القراءة.</translation>
    </message>
    <message>
        <source>It comes back as soon as they switch it on again; nothing is lost.</source>
        <translation>تعود فور إعادة تشغيلها؛ لم يُفقد شيء.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted.</source>
        <translation>شهادة الخادم غير موثوقة.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask whoever runs the server to renew it, or check this computer&apos;s clock.</source>
        <translation>لم يُرسل شيء. اطلب ممن يدير الخادم تجديدها، أو تحقق من ساعة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>تم إيقاف هذا.</translation>
    </message>
    <message>
        <source>The service does not answer.</source>
        <translation>الخدمة لا تستجيب.</translation>
    </message>
    <message>
        <source>Check your connection, or try again in a moment.</source>
        <translation>تحقق من اتصالك أو حاول مجددًا بعد لحظات.</translation>
    </message>
    <message>
        <source>The service took too long to answer.</source>
        <translation>استغرقت الخدمة وقتًا طويلًا للرد.</translation>
    </message>
    <message>
        <source>Your session has ended.</source>
        <translation>انتهت جلستك.</translation>
    </message>
    <message>
        <source>Sign in again; this page stays as it is.</source>
        <translation>سجّل الدخول من جديد؛ تبقى هذه الصفحة كما هي.</translation>
    </message>
    <message>
        <source>You may not see this.</source>
        <translation>لا يُسمح لك برؤية هذا.</translation>
    </message>
    <message>
        <source>An owner or admin of the workspace can give you access.</source>
        <translation>يمكن لمالك مساحة العمل أو مسؤولها منحك صلاحية الوصول.</translation>
    </message>
    <message>
        <source>This is not here any more, or was never yours to see.</source>
        <translation>لم يعد هذا موجودًا هنا، أو لم يكن متاحًا لك أصلًا.</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime.</source>
        <translation>غيّر شخص آخر هذا في الأثناء.</translation>
    </message>
    <message>
        <source>Refresh to see their version.</source>
        <translation>حدّث لرؤية نسخته.</translation>
    </message>
    <message>
        <source>The service did not accept this.</source>
        <translation>لم تقبل الخدمة هذا.</translation>
    </message>
    <message>
        <source>Something failed on our side.</source>
        <translation>حدث خلل من جانبنا.</translation>
    </message>
    <message>
        <source>The request id tells us what happened.</source>
        <translation>يوضح لنا معرّف الطلب ما حدث.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 pt</source>
        <translation>%1 نقطة</translation>
    </message>
    <message>
        <source>none before</source>
        <translation>لا شيء سابقًا</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>بلا تغيير</translation>
    </message>
    <message>
        <source>better</source>
        <translation>أفضل</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>أسوأ</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>كل الأوقات</translation>
    </message>
    <message>
        <source>Last %1 days</source>
        <translation>آخر %1 يوم</translation>
    </message>
    <message>
        <source>previous day</source>
        <translation>اليوم السابق</translation>
    </message>
    <message>
        <source>previous %1 days</source>
        <translation>الفترة السابقة (%1 يوم)</translation>
    </message>
    <message>
        <source>same period last year</source>
        <translation>الفترة نفسها من العام الماضي</translation>
    </message>
    <message>
        <source>%1m</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1d</source>
        <translation>%1 ي</translation>
    </message>
</context>
<context>
    <name>LeaveQuestion</name>
    <message numerus="yes">
        <source>%n change(s) have not reached the service yet.</source>
        <translation>
            <numerusform>لم يصل %n تغيير إلى الخدمة بعد.</numerusform>
            <numerusform>لم يصل تغيير واحد إلى الخدمة بعد.</numerusform>
            <numerusform>لم يصل تغييران إلى الخدمة بعد.</numerusform>
            <numerusform>لم تصل %n تغييرات إلى الخدمة بعد.</numerusform>
            <numerusform>لم يصل %n تغييرًا إلى الخدمة بعد.</numerusform>
            <numerusform>لم يصل %n تغيير إلى الخدمة بعد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are written and not sent.</source>
        <translation>
            <numerusform>%n نص مكتوب لم يُرسل.</numerusform>
            <numerusform>نص واحد مكتوب لم يُرسل.</numerusform>
            <numerusform>نصان مكتوبان لم يُرسلا.</numerusform>
            <numerusform>%n نصوص مكتوبة لم تُرسل.</numerusform>
            <numerusform>%n نصًا مكتوبًا لم تُرسل.</numerusform>
            <numerusform>%n نص مكتوب لم تُرسل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit and lose this?</source>
        <translation>الإنهاء وفقدان هذا؟</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Quit and stop exporting?</source>
        <translation>الإنهاء وإيقاف التصدير؟</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are running. What they wrote so far is thrown away.</source>
        <translation>
            <numerusform>تجري الآن %n عملية تصدير. سيُتخلّى عمّا كُتب حتى الآن.</numerusform>
            <numerusform>تجري الآن %n عملية تصدير. سيُتخلّى عمّا كُتب حتى الآن.</numerusform>
            <numerusform>تجري الآن %n عملية تصدير. سيُتخلّى عمّا كُتب حتى الآن.</numerusform>
            <numerusform>تجري الآن %n عمليات تصدير. سيُتخلّى عمّا كُتب حتى الآن.</numerusform>
            <numerusform>تجري الآن %n عملية تصدير. سيُتخلّى عمّا كُتب حتى الآن.</numerusform>
            <numerusform>تجري الآن %n عملية تصدير. سيُتخلّى عمّا كُتب حتى الآن.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <source> · before %1</source>
        <translation> · سابقًا %1</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Polling every 60 s</source>
        <translation>استعلام كل 60 ث</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>إعادة الاتصال</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>سجّل الدخول من جديد</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 م.ث</translation>
    </message>
    <message>
        <source>%1 · try %2</source>
        <translation>%1 · المحاولة %2</translation>
    </message>
    <message>
        <source>%1 · try %2 in %3 s</source>
        <translation>%1 · المحاولة %2 بعد %3 ث</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>غير متصل منذ %1</translation>
    </message>
    <message>
        <source>the feed did not answer within 5 s</source>
        <translation>لم يستجب البث خلال 5 ث</translation>
    </message>
    <message>
        <source>a heartbeat was not answered</source>
        <translation>بقيت نبضة بلا رد</translation>
    </message>
    <message>
        <source>the feed&apos;s connection was cut</source>
        <translation>انقطع اتصال البث</translation>
    </message>
    <message>
        <source>the service ended the subscription</source>
        <translation>أنهت الخدمة الاشتراك</translation>
    </message>
    <message>
        <source>the service does not answer</source>
        <translation>الخدمة لا تستجيب</translation>
    </message>
    <message>
        <source>the service refused the session</source>
        <translation>رفضت الخدمة الجلسة</translation>
    </message>
    <message>
        <source>the session is over</source>
        <translation>انتهت الجلسة</translation>
    </message>
    <message>
        <source>Connecting to the live feed</source>
        <translation>جارٍ الاتصال بالبث المباشر</translation>
    </message>
    <message>
        <source>The service answers</source>
        <translation>الخدمة تستجيب</translation>
    </message>
    <message>
        <source>Changes arrive as they happen</source>
        <translation>تصل التغييرات فور حدوثها</translation>
    </message>
    <message>
        <source>Asking for changes every 60 s</source>
        <translation>يُستعلم عن التغييرات كل 60 ث</translation>
    </message>
    <message>
        <source>The last request failed; trying again</source>
        <translation>فشل الطلب الأخير؛ جارٍ إعادة المحاولة</translation>
    </message>
    <message>
        <source>The service does not answer</source>
        <translation>الخدمة لا تستجيب</translation>
    </message>
    <message>
        <source>The session may not follow any more: sign in again</source>
        <translation>لم يعد مسموحًا للجلسة بالمتابعة: سجّل الدخول من جديد</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1، منذ %2</translation>
    </message>
</context>
<context>
    <name>Live</name>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>العميل المحتمل</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>Setter</source>
        <translation>منسق المواعيد</translation>
    </message>
    <message>
        <source>Latency, ms</source>
        <translation>التأخير، م.ث</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 م.ث</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>إيقاف مؤقت أو استئناف</translation>
    </message>
    <message>
        <source>Follow the newest events</source>
        <translation>متابعة أحدث الأحداث</translation>
    </message>
    <message>
        <source>Back to the newest events</source>
        <translation>العودة إلى أحدث الأحداث</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>التصفية بهذه القيمة</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>مسح عامل التصفية</translation>
    </message>
    <message>
        <source>Open the event&apos;s lead</source>
        <translation>فتح العميل المحتمل للحدث</translation>
    </message>
    <message>
        <source>Copy the event as JSON</source>
        <translation>نسخ الحدث بصيغة JSON</translation>
    </message>
    <message>
        <source>Export what matches as CSV</source>
        <translation>تصدير المطابق بصيغة CSV</translation>
    </message>
    <message>
        <source>Export what matches as JSON</source>
        <translation>تصدير المطابق بصيغة JSON</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>wrote</source>
        <translation>كتب</translation>
    </message>
    <message>
        <source>was written to</source>
        <translation>كُتب إليه</translation>
    </message>
    <message>
        <source>touched, nothing of these fields changed</source>
        <translation>لُمس، ولم يتغير أي من هذه الحقول</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>Lead %1</source>
        <translation>العميل المحتمل %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>جديد: %1</translation>
    </message>
    <message>
        <source>left what you may see</source>
        <translation>خرج من نطاق ما يُسمح لك برؤيته</translation>
    </message>
    <message>
        <source>counts are of version %1</source>
        <translation>الأعداد من النسخة %1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>تم الرد</translation>
    </message>
    <message>
        <source>%1 without the feed</source>
        <translation>%1 دون البث</translation>
    </message>
    <message>
        <source>everything was read again: %1</source>
        <translation>أُعيدت قراءة كل شيء: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lead(s) in this second</source>
        <translation>
            <numerusform>%Ln عميل محتمل جديد في هذه الثانية</numerusform>
            <numerusform>عميل محتمل جديد واحد في هذه الثانية</numerusform>
            <numerusform>عميلان محتملان جديدان في هذه الثانية</numerusform>
            <numerusform>%Ln عملاء محتملين جدد في هذه الثانية</numerusform>
            <numerusform>%Ln عميلًا محتملًا جديدًا في هذه الثانية</numerusform>
            <numerusform>%Ln عميل محتمل جديد في هذه الثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s) left in this second</source>
        <translation>
            <numerusform>خرج %Ln عميل محتمل في هذه الثانية</numerusform>
            <numerusform>خرج عميل محتمل واحد في هذه الثانية</numerusform>
            <numerusform>خرج عميلان محتملان في هذه الثانية</numerusform>
            <numerusform>خرج %Ln عملاء محتملين في هذه الثانية</numerusform>
            <numerusform>خرج %Ln عميلًا محتملًا في هذه الثانية</numerusform>
            <numerusform>خرج %Ln عميل محتمل في هذه الثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln update(s) in this second</source>
        <translation>
            <numerusform>%Ln تحديث في هذه الثانية</numerusform>
            <numerusform>تحديث واحد في هذه الثانية</numerusform>
            <numerusform>تحديثان في هذه الثانية</numerusform>
            <numerusform>%Ln تحديثات في هذه الثانية</numerusform>
            <numerusform>%Ln تحديثًا في هذه الثانية</numerusform>
            <numerusform>%Ln تحديث في هذه الثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) in this second</source>
        <translation>
            <numerusform>%Ln حدث في هذه الثانية</numerusform>
            <numerusform>حدث واحد في هذه الثانية</numerusform>
            <numerusform>حدثان في هذه الثانية</numerusform>
            <numerusform>%Ln أحداث في هذه الثانية</numerusform>
            <numerusform>%Ln حدثًا في هذه الثانية</numerusform>
            <numerusform>%Ln حدث في هذه الثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>replay</source>
        <translation>مُعاد</translation>
    </message>
    <message>
        <source>status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>sentiment</source>
        <translation>الانطباع</translation>
    </message>
    <message>
        <source>setter</source>
        <translation>منسق المواعيد</translation>
    </message>
    <message>
        <source>score</source>
        <translation>التقييم</translation>
    </message>
    <message>
        <source>snoozed until</source>
        <translation>مؤجل حتى</translation>
    </message>
    <message>
        <source>last wrote</source>
        <translation>آخر رسالة منه</translation>
    </message>
    <message>
        <source>last written to</source>
        <translation>آخر رسالة إليه</translation>
    </message>
    <message>
        <source>last message</source>
        <translation>آخر رسالة</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <source>There is no field “%1”: kind, setter, status, sentiment, lead, latency and is are known</source>
        <translation>لا يوجد حقل «%1»: الحقول المعروفة هي kind وsetter وstatus وsentiment وlead وlatency وis</translation>
    </message>
    <message>
        <source>There is no kind “%1”</source>
        <translation>لا يوجد نوع «%1»</translation>
    </message>
    <message>
        <source>“is:” knows replay, not “%1”</source>
        <translation>يعرف «‎is:‎» القيمة replay، لا «%1»</translation>
    </message>
    <message>
        <source>“%1” is no latency: &gt;500, &lt;=80 or 100..500, in ms</source>
        <translation>«%1» ليس قيمة تأخير: ‎&gt;500 أو ‎&lt;=80 أو ‎100..500، بالمللي ثانية</translation>
    </message>
    <message>
        <source>“%1” has no value yet</source>
        <translation>ليس للحقل «%1» قيمة بعد</translation>
    </message>
    <message>
        <source>A quote is not closed</source>
        <translation>علامة اقتباس غير مغلقة</translation>
    </message>
    <message>
        <source>away for too long</source>
        <translation>غياب أطول مما ينبغي</translation>
    </message>
    <message>
        <source>the service began a new history</source>
        <translation>بدأت الخدمة سجلًا جديدًا</translation>
    </message>
    <message>
        <source>events were missing</source>
        <translation>أحداث ناقصة</translation>
    </message>
    <message>
        <source>an event could not be read</source>
        <translation>تعذرت قراءة حدث</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 ← %3</translation>
    </message>
</context>
<context>
    <name>MessageItem</name>
    <message>
        <source>1 line</source>
        <translation>سطر واحد</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>عدد الأسطر: %1</translation>
    </message>
    <message>
        <source>Note by %1 · only your team sees this</source>
        <translation>ملاحظة كتبها %1 · لا يراها إلا فريقك</translation>
    </message>
    <message>
        <source>you</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>العميل المحتمل</translation>
    </message>
    <message>
        <source>Campaign step</source>
        <translation>خطوة حملة</translation>
    </message>
    <message>
        <source>Sent by AI</source>
        <translation>أرسلها الذكاء الاصطناعي</translation>
    </message>
    <message>
        <source>Sent by a person</source>
        <translation>أرسلها شخص</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>إلى %1</translation>
    </message>
    <message>
        <source>Cc %1</source>
        <translation>نسخة إلى %1</translation>
    </message>
    <message>
        <source>Hide quoted text · %1</source>
        <translation>إخفاء النص المقتبس · %1</translation>
    </message>
    <message>
        <source>Quoted text · %1</source>
        <translation>نص مقتبس · %1</translation>
    </message>
    <message>
        <source>Remote images are off · %1 not loaded</source>
        <translation>الصور البعيدة متوقفة · لم تُحمَّل %1</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 من %3</translation>
    </message>
    <message>
        <source>nobody was written to</source>
        <translation>لم يُكتب إلى أحد</translation>
    </message>
    <message numerus="yes">
        <source>%1, the mean of %Ln answer(s)</source>
        <translation>
            <numerusform>%1، متوسط %Ln رد</numerusform>
            <numerusform>%1، متوسط %Ln رد</numerusform>
            <numerusform>%1، متوسط %Ln رد</numerusform>
            <numerusform>%1، متوسط %Ln ردود</numerusform>
            <numerusform>%1، متوسط %Ln ردًا</numerusform>
            <numerusform>%1، متوسط %Ln رد</numerusform>
        </translation>
    </message>
    <message>
        <source>no answer in business hours</source>
        <translation>لا رد في ساعات العمل</translation>
    </message>
    <message>
        <source>answers: %1</source>
        <translation>الردود: %1</translation>
    </message>
    <message>
        <source>%1 over %2 answers</source>
        <translation>%1 على مدى %2 من الردود</translation>
    </message>
    <message>
        <source>%1 booked · %2 free</source>
        <translation>%1 محجوز · %2 متاح</translation>
    </message>
    <message>
        <source>%1: %2 booked, %3 free</source>
        <translation>%1: %2 محجوز، %3 متاح</translation>
    </message>
    <message>
        <source>direct booking calendar</source>
        <translation>تقويم الحجز المباشر</translation>
    </message>
    <message>
        <source>default calendar</source>
        <translation>التقويم الافتراضي</translation>
    </message>
    <message>
        <source>%1 booked in other calendars</source>
        <translation>%1 محجوز في تقاويم أخرى</translation>
    </message>
    <message>
        <source>stale %1</source>
        <translation>غير محدَّث منذ %1</translation>
    </message>
    <message>
        <source>Total leads</source>
        <translation>إجمالي العملاء المحتملين</translation>
    </message>
    <message>
        <source>Leads that were created in the period, whether or not anybody has written to them.</source>
        <translation>العملاء المحتملون الذين أُنشئوا في الفترة، سواء كتب إليهم أحد أم لا.</translation>
    </message>
    <message>
        <source>Outbound leads contacted</source>
        <translation>من تمت مراسلتهم</translation>
    </message>
    <message>
        <source>Different leads that were sent at least one message in the period, by a person, the AI or a campaign. A lead counts once, however many messages it got.</source>
        <translation>العملاء المحتملون المختلفون الذين أُرسلت إليهم رسالة واحدة على الأقل في الفترة، من شخص أو الذكاء الاصطناعي أو حملة. يُحتسب العميل المحتمل مرة واحدة مهما بلغ عدد الرسائل التي تلقاها.</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>الردود</translation>
    </message>
    <message>
        <source>Different leads that sent us at least one message in the period. A lead counts once, however often it wrote.</source>
        <translation>العملاء المحتملون المختلفون الذين أرسلوا إلينا رسالة واحدة على الأقل في الفترة. يُحتسب العميل المحتمل مرة واحدة مهما تكررت كتابته.</translation>
    </message>
    <message>
        <source>Response rate</source>
        <translation>معدل الرد</translation>
    </message>
    <message>
        <source>Responses as a percentage of the outbound leads contacted. It may exceed 100 %: who answers now may have been written to before the period.</source>
        <translation>الردود كنسبة مئوية ممن تمت مراسلتهم من العملاء المحتملين. قد يتجاوز 100 %: فمن يرد الآن ربما كُتب إليه قبل الفترة.</translation>
    </message>
    <message>
        <source>Meetings booked</source>
        <translation>الاجتماعات المحجوزة</translation>
    </message>
    <message>
        <source>Leads whose meeting was booked in the period, whenever it takes place. Meetings that were cancelled later still count.</source>
        <translation>العملاء المحتملون الذين حُجز اجتماعهم في الفترة، أيًا كان وقت انعقاده. تبقى الاجتماعات التي أُلغيت لاحقًا محتسبة.</translation>
    </message>
    <message>
        <source>Setter response</source>
        <translation>رد منسق المواعيد</translation>
    </message>
    <message>
        <source>How long a lead waits for us: the mean time from its message to our next one on the same channel. Only where both lie in business hours (Monday to Friday, 9 to 17 in New York) and at most 7 days apart; AI and campaign messages count as answers.</source>
        <translation>كم ينتظرنا العميل المحتمل: متوسط الوقت من رسالته إلى رسالتنا التالية عبر القناة نفسها. فقط إذا وقعت كلتاهما في ساعات العمل (من الاثنين إلى الجمعة، من 9 إلى 17 بتوقيت نيويورك) وبفارق 7 أيام على الأكثر؛ تُحتسب رسائل الذكاء الاصطناعي والحملات ردودًا.</translation>
    </message>
    <message>
        <source>Client response</source>
        <translation>رد العميل</translation>
    </message>
    <message>
        <source>How long we wait for a lead: the mean time from our message to its next one on the same channel. Only where both lie in business hours (Monday to Friday, 9 to 17 in New York) and at most 7 days apart.</source>
        <translation>كم ننتظر العميل المحتمل: متوسط الوقت من رسالتنا إلى رسالته التالية عبر القناة نفسها. فقط إذا وقعت كلتاهما في ساعات العمل (من الاثنين إلى الجمعة، من 9 إلى 17 بتوقيت نيويورك) وبفارق 7 أيام على الأكثر.</translation>
    </message>
    <message>
        <source>Capacity (30 d)</source>
        <translation>السعة (30 يومًا)</translation>
    </message>
    <message>
        <source>How full the calendars are in the next 30 days, whatever the period: confirmed appointments as a share of these and the slots that are still free.</source>
        <translation>مدى امتلاء التقاويم في الأيام الثلاثين القادمة، أيًا كانت الفترة: المواعيد المؤكدة كحصة من مجموعها مع الأوقات التي لا تزال متاحة.</translation>
    </message>
    <message>
        <source>leads created a day</source>
        <translation>العملاء المحتملون المُنشؤون في اليوم</translation>
    </message>
    <message>
        <source>messages sent a day</source>
        <translation>الرسائل المُرسلة في اليوم</translation>
    </message>
    <message>
        <source>messages received a day</source>
        <translation>الرسائل المستلمة في اليوم</translation>
    </message>
    <message>
        <source>meetings booked a day</source>
        <translation>الاجتماعات المحجوزة في اليوم</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>الواردة</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>الصادرة</translation>
    </message>
    <message>
        <source>(not a whole day)</source>
        <translation>(يوم غير كامل)</translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation>غير مصنف</translation>
    </message>
    <message>
        <source>Setter</source>
        <translation>منسق المواعيد</translation>
    </message>
    <message>
        <source>Who sent the answer. Former members are marked.</source>
        <translation>من أرسل الرد. الأعضاء السابقون معلَّمون.</translation>
    </message>
    <message>
        <source>Average response</source>
        <translation>متوسط الرد</translation>
    </message>
    <message>
        <source>Mean time from a lead&apos;s message to this setter&apos;s next one on the same channel, both in business hours, at most 7 days apart.</source>
        <translation>متوسط الوقت من رسالة العميل المحتمل إلى الرسالة التالية لمنسق المواعيد هذا عبر القناة نفسها، وكلتاهما في ساعات العمل وبفارق 7 أيام على الأكثر.</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>Quick: under 30 minutes. Fair: under 2 hours. Slow: longer.</source>
        <translation>سريع: أقل من 30 دقيقة. مقبول: أقل من ساعتين. بطيء: أطول.</translation>
    </message>
    <message>
        <source>vs before</source>
        <translation>مقارنةً بالسابق</translation>
    </message>
    <message>
        <source>Against the period compared with. Below 30 answers on either side only their number is shown.</source>
        <translation>مقارنةً بفترة المقارنة. دون 30 ردًا في أي من الجانبين لا يُعرض إلا عددها.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>الردود</translation>
    </message>
    <message>
        <source>How many answers the average is of.</source>
        <translation>عدد الردود التي حُسب منها المتوسط.</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>سريع</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>بطيء</translation>
    </message>
    <message>
        <source>%1 (former member)</source>
        <translation>%1 (عضو سابق)</translation>
    </message>
    <message>
        <source>Sub-client</source>
        <translation>العميل الفرعي</translation>
    </message>
    <message>
        <source>The SMS campaign a lead came from; “Unattributed” are leads without one.</source>
        <translation>حملة SMS التي جاء منها العميل المحتمل؛ «غير منسوب» للعملاء المحتملين الذين بلا حملة.</translation>
    </message>
    <message>
        <source>Leads (positive)</source>
        <translation>العملاء المحتملون (إيجابي)</translation>
    </message>
    <message>
        <source>Leads whose sentiment is positive and whose last message to us lies in the period.</source>
        <translation>العملاء المحتملون الذين انطباعهم إيجابي وتقع رسالتهم الأخيرة إلينا في الفترة.</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>الردود</translation>
    </message>
    <message>
        <source>Leads that wrote to us in the period.</source>
        <translation>العملاء المحتملون الذين كتبوا إلينا في الفترة.</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>الاجتماعات</translation>
    </message>
    <message>
        <source>Leads whose meeting was booked in the period.</source>
        <translation>العملاء المحتملون الذين حُجز اجتماعهم في الفترة.</translation>
    </message>
    <message>
        <source>Positive rate</source>
        <translation>معدل الإيجابية</translation>
    </message>
    <message>
        <source>Positive leads as a share of the replies.</source>
        <translation>العملاء المحتملون الإيجابيون كحصة من الردود.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>The workspace.</source>
        <translation>مساحة العمل.</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>العملاء المحتملون</translation>
    </message>
    <message>
        <source>Leads created in the period.</source>
        <translation>العملاء المحتملون الذين أُنشئوا في الفترة.</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>التحويل</translation>
    </message>
    <message>
        <source>Meetings as a share of the leads.</source>
        <translation>الاجتماعات كحصة من العملاء المحتملين.</translation>
    </message>
    <message>
        <source>Unattributed</source>
        <translation>غير منسوب</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Meeting booked</source>
        <translation>تم حجز اجتماع</translation>
    </message>
    <message>
        <source>Meeting requested</source>
        <translation>طُلب اجتماع</translation>
    </message>
    <message>
        <source>Call requested</source>
        <translation>طُلب اتصال</translation>
    </message>
    <message>
        <source>Information requested</source>
        <translation>طُلبت معلومات</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>اعتراض</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>غير مهتم</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>قائمة سوداء</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Out of office</source>
        <translation>خارج المكتب</translation>
    </message>
    <message>
        <source>Automated reply</source>
        <translation>رد آلي</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>مهتم</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>محايد</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>مؤجل</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>مؤهل</translation>
    </message>
    <message>
        <source>Unqualified</source>
        <translation>غير مؤهل</translation>
    </message>
    <message>
        <source>Blacklisted</source>
        <translation>محظور</translation>
    </message>
    <message>
        <source>Needs repair</source>
        <translation>يحتاج إلى إصلاح</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>مسؤول</translation>
    </message>
    <message>
        <source>Inbox manager</source>
        <translation>مدير البريد الوارد</translation>
    </message>
    <message>
        <source>Setter</source>
        <translation>منسق مواعيد</translation>
    </message>
    <message>
        <source>Client portal</source>
        <translation>بوابة العميل</translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation>غير مصنف</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>كل المحادثات</translation>
    </message>
    <message>
        <source>All responses</source>
        <translation>كل الردود</translation>
    </message>
    <message>
        <source>Requires attention</source>
        <translation>يتطلب الانتباه</translation>
    </message>
    <message>
        <source>Previously required attention</source>
        <translation>تطلّب الانتباه سابقًا</translation>
    </message>
    <message>
        <source>AI sent</source>
        <translation>أرسله الذكاء الاصطناعي</translation>
    </message>
    <message>
        <source>AI needs review</source>
        <translation>مسودة آلية للمراجعة</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n محادثة</numerusform>
            <numerusform>محادثة واحدة</numerusform>
            <numerusform>محادثتان</numerusform>
            <numerusform>%n محادثات</numerusform>
            <numerusform>%n محادثة</numerusform>
            <numerusform>%n محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>أُسند إلى %1</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>غير مسند إلى أحد</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>مؤجَّل حتى %1</translation>
    </message>
    <message>
        <source>No longer snoozed</source>
        <translation>لم يعد مؤجَّلًا</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>الحالة: %1</translation>
    </message>
    <message>
        <source>Sentiment: %1</source>
        <translation>الانطباع: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>الرد على %1</translation>
    </message>
    <message>
        <source>Taking back the reply to %1</source>
        <translation>التراجع عن الرد على %1</translation>
    </message>
    <message>
        <source>Draft rejected · %1</source>
        <translation>رُفضت المسودة · %1</translation>
    </message>
    <message>
        <source>Draft saved · %1</source>
        <translation>حُفظت المسودة · %1</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>ملاحظة على %1</translation>
    </message>
    <message>
        <source>Marked as read · %1</source>
        <translation>عُلِّمت كمقروءة · %1</translation>
    </message>
    <message>
        <source>Marked as unread · %1</source>
        <translation>عُلِّمت كغير مقروءة · %1</translation>
    </message>
    <message>
        <source>Meanwhile somebody assigned this to %1.</source>
        <translation>في هذه الأثناء أسند شخص ما هذه المحادثة إلى %1.</translation>
    </message>
    <message>
        <source>Meanwhile somebody took the assignment away.</source>
        <translation>في هذه الأثناء ألغى شخص ما الإسناد.</translation>
    </message>
    <message>
        <source>Meanwhile somebody snoozed this until %1.</source>
        <translation>في هذه الأثناء أجّل شخص ما هذه المحادثة حتى %1.</translation>
    </message>
    <message>
        <source>Meanwhile somebody ended the snooze.</source>
        <translation>في هذه الأثناء أنهى شخص ما التأجيل.</translation>
    </message>
    <message>
        <source>Meanwhile somebody set the status to %1.</source>
        <translation>في هذه الأثناء جعل شخص ما الحالة %1.</translation>
    </message>
    <message>
        <source>Meanwhile somebody set the sentiment to %1.</source>
        <translation>في هذه الأثناء جعل شخص ما الانطباع %1.</translation>
    </message>
    <message>
        <source>Not sent: %1 opted out.</source>
        <translation>لم يُرسل: طلب %1 عدم التواصل معه.</translation>
    </message>
    <message>
        <source>Too late: the reply to %1 has left.</source>
        <translation>فات الأوان: غادر الرد على %1.</translation>
    </message>
    <message>
        <source>Not done: the draft for %1 is another one by now.</source>
        <translation>لم يُنفَّذ: مسودة %1 تغيّرت في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Not done: %1 was changed meanwhile.</source>
        <translation>لم يُنفَّذ: تغيّر %1 في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Not done: these are too many conversations at once. Narrow the list by a filter.</source>
        <translation>لم يُنفَّذ: عدد المحادثات أكبر من أن يُعالج مرة واحدة. ضيّق القائمة بعامل تصفية.</translation>
    </message>
    <message>
        <source>Not done: %1. %2</source>
        <translation>لم يُنفَّذ: %1. %2</translation>
    </message>
    <message>
        <source>the lead has no address for this channel</source>
        <translation>لا يملك العميل المحتمل عنوانًا لهذه القناة</translation>
    </message>
    <message>
        <source>no account is connected for this channel</source>
        <translation>لا يوجد حساب متصل لهذه القناة</translation>
    </message>
    <message>
        <source>the lead is on do not disturb</source>
        <translation>العميل المحتمل في وضع عدم الإزعاج</translation>
    </message>
    <message>
        <source>the receiving server refused it</source>
        <translation>رفضه الخادم المستقبِل</translation>
    </message>
    <message>
        <source>the reason is not known</source>
        <translation>السبب غير معروف</translation>
    </message>
    <message>
        <source>changed by somebody else meanwhile</source>
        <translation>غيّرها شخص آخر في هذه الأثناء</translation>
    </message>
    <message>
        <source>your role may not</source>
        <translation>دورك لا يسمح بذلك</translation>
    </message>
    <message>
        <source>no longer in your inbox</source>
        <translation>لم تعد في بريدك الوارد</translation>
    </message>
</context>
<context>
    <name>signalbox::AnalyticsHead</name>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>New data available</source>
        <translation>تتوفر بيانات جديدة</translation>
    </message>
    <message>
        <source>Something changed since these numbers were computed. They stay as they are until you refresh.</source>
        <translation>تغيّر شيء منذ حساب هذه الأرقام. تبقى كما هي حتى تحدّثها.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Custom dates</source>
        <translation>تواريخ مخصصة</translation>
    </message>
    <message>
        <source>%1 and %2 go one period back and forth</source>
        <translation>‎%1‎ و‎%2‎ للانتقال فترة واحدة إلى الوراء وإلى الأمام</translation>
    </message>
    <message>
        <source>Compare: %1</source>
        <translation>المقارنة: %1</translation>
    </message>
    <message>
        <source>Days begin and end in this time zone, the workspace&apos;s.</source>
        <translation>تبدأ الأيام وتنتهي بهذه المنطقة الزمنية، وهي منطقة مساحة العمل.</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>as of %1 (%2)</source>
        <translation>حتى %1 (%2)</translation>
    </message>
    <message>
        <source>Computed at %1</source>
        <translation>حُسبت عند %1</translation>
    </message>
    <message>
        <source>Custom dates…</source>
        <translation>تواريخ مخصصة…</translation>
    </message>
</context>
<context>
    <name>signalbox::AnalyticsPage</name>
    <message>
        <source>Analytics</source>
        <translation>التحليلات</translation>
    </message>
    <message>
        <source>Chart as %1</source>
        <translation>رسم بياني بصيغة %1</translation>
    </message>
    <message>
        <source>Panels that failed: %1 of %2. The others are up to date.</source>
        <translation>اللوحات التي فشلت: %1 من %2. اللوحات الأخرى محدّثة.</translation>
    </message>
    <message>
        <source>%1 of %2 panels</source>
        <translation>%1 من %2 من اللوحات</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>The PDF could not be written</source>
        <translation>تعذرت كتابة ملف PDF</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another place.</source>
        <translation>تتعذر كتابة %1. اختر موضعًا آخر.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The PDF will not hold every row</source>
        <translation>لن يحتوي ملف PDF على كل الصفوف</translation>
    </message>
</context>
<context>
    <name>signalbox::ApproveSheet</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Only the first %1 are looked at</source>
        <translation>تُعرض أول %1 فقط</translation>
    </message>
    <message>
        <source>Approve the others afterwards.</source>
        <translation>اعتمد البقية بعد ذلك.</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>تعذرت القراءة: %1</translation>
    </message>
    <message>
        <source>No draft waits here.</source>
        <translation>لا توجد مسودة بالانتظار هنا.</translation>
    </message>
    <message>
        <source>No address for %1: left out.</source>
        <translation>لا يوجد عنوان لقناة %1: تم تخطيه.</translation>
    </message>
    <message>
        <source>Blacklisted: left out.</source>
        <translation>محظور: تم تخطيه.</translation>
    </message>
    <message>
        <source>SMS do not disturb: left out.</source>
        <translation>عدم الإزعاج عبر SMS: تم تخطيه.</translation>
    </message>
    <message>
        <source>Reading draft %1 of %2…</source>
        <translation>جارٍ قراءة المسودة %1 من %2…</translation>
    </message>
    <message>
        <source>Approve these drafts?</source>
        <translation>اعتماد هذه المسودات؟</translation>
    </message>
    <message numerus="yes">
        <source>Send %n reply(s)</source>
        <translation>
            <numerusform>إرسال %n رد</numerusform>
            <numerusform>إرسال رد واحد</numerusform>
            <numerusform>إرسال ردين</numerusform>
            <numerusform>إرسال %n ردود</numerusform>
            <numerusform>إرسال %n ردًا</numerusform>
            <numerusform>إرسال %n رد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::BookingTab</name>
    <message>
        <source>Leads in a process</source>
        <translation>العملاء المحتملون في عملية</translation>
    </message>
    <message>
        <source>Leads whose way through a booking process began in the period.</source>
        <translation>العملاء المحتملون الذين بدأ مرورهم بعملية حجز في الفترة.</translation>
    </message>
    <message>
        <source>Leads booked</source>
        <translation>العملاء المحتملون الذين حجزوا</translation>
    </message>
    <message>
        <source>Of those leads, the ones that have booked a meeting by now.</source>
        <translation>من هؤلاء العملاء المحتملين، الذين حجزوا اجتماعًا حتى الآن.</translation>
    </message>
    <message>
        <source>Booking rate</source>
        <translation>معدل الحجز</translation>
    </message>
    <message>
        <source>Leads booked divided by leads in a process. “—”: no lead began one.</source>
        <translation>العملاء المحتملون الذين حجزوا مقسومين على العملاء المحتملين في عملية. «—»: لم يبدأ أي عميل محتمل عملية.</translation>
    </message>
    <message>
        <source>Avg outbounds to book</source>
        <translation>متوسط الصادرة حتى الحجز</translation>
    </message>
    <message>
        <source>How many messages we sent until the meeting was booked, e-mail, SMS and LinkedIn together: the mean over the booked leads. Fewer is better.</source>
        <translation>عدد الرسائل التي أرسلناها حتى حُجز الاجتماع، عبر البريد الإلكتروني وSMS وLinkedIn معًا: المتوسط للعملاء المحتملين الذين حجزوا. الأقل أفضل.</translation>
    </message>
    <message>
        <source>Booking processes</source>
        <translation>عمليات الحجز</translation>
    </message>
    <message>
        <source>Each process by itself: the leads that began it in the period, and how many of them booked.</source>
        <translation>كل عملية على حدة: العملاء المحتملون الذين بدؤوها في الفترة، وكم منهم حجز.</translation>
    </message>
    <message>
        <source>No lead began a booking process. A longer period may show some.</source>
        <translation>لم يبدأ أي عميل محتمل عملية حجز. قد تُظهر فترة أطول بعضهم.</translation>
    </message>
    <message>
        <source>Drop-off by wave</source>
        <translation>التسرّب حسب الموجة</translation>
    </message>
    <message>
        <source>Leads that have not booked, by the wave of the process they stand at: wave 1 is the first message with an offer to book.</source>
        <translation>العملاء المحتملون الذين لم يحجزوا، حسب موجة العملية التي يقفون عندها: الموجة 1 هي الرسالة الأولى التي تتضمن عرضًا للحجز.</translation>
    </message>
    <message>
        <source>Every lead has booked, or none began a process.</source>
        <translation>حجز كل العملاء المحتملين، أو لم يبدأ أحد منهم عملية.</translation>
    </message>
    <message>
        <source>Setter funnel</source>
        <translation>قمع منسقي المواعيد</translation>
    </message>
    <message>
        <source>What each setter made of the leads assigned to him in the period, step by step. Each ratio divides a step by the one before it, the last one divides the end by the beginning.</source>
        <translation>ما حققه كل منسق مواعيد مع العملاء المحتملين المسندين إليه في الفترة، خطوة بخطوة. كل نسبة تقسم خطوة على الخطوة التي قبلها، والأخيرة تقسم النهاية على البداية.</translation>
    </message>
    <message>
        <source>No lead was assigned to a setter. A longer period may show some.</source>
        <translation>لم يُسند أي عميل محتمل إلى منسق مواعيد. قد تُظهر فترة أطول بعضهم.</translation>
    </message>
    <message>
        <source>Leads that have not booked, by wave, and their part of the leads in the process.</source>
        <translation>العملاء المحتملون الذين لم يحجزوا، حسب الموجة، وحصتهم من العملاء المحتملين في العملية.</translation>
    </message>
    <message>
        <source>Wave %1</source>
        <translation>الموجة %1</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>الحجز</translation>
    </message>
</context>
<context>
    <name>signalbox::BucketChart</name>
    <message>
        <source>%1: %2, n = %3</source>
        <translation>%1: %2، n = %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::BulkBar</name>
    <message>
        <source>Tick nothing (Esc)</source>
        <translation>إلغاء التحديد (Esc)</translation>
    </message>
    <message>
        <source>Tick nothing</source>
        <translation>إلغاء التحديد</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تعليم كمقروءة</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>تعليم كغير مقروءة</translation>
    </message>
    <message>
        <source>All %1 matching</source>
        <translation>كل المطابقة (%1)</translation>
    </message>
    <message>
        <source>%1 ticked</source>
        <translation>المحددة: %1</translation>
    </message>
    <message>
        <source>Also those that are not loaded (Ctrl+A twice)</source>
        <translation>بما فيها غير المحمّلة (Ctrl+A مرتين)</translation>
    </message>
</context>
<context>
    <name>signalbox::CampaignDetail</name>
    <message>
        <source>Positive replies by industry</source>
        <translation>الردود الإيجابية حسب القطاع</translation>
    </message>
    <message>
        <source>Leads with a positive last reply in the period, by the industry of their company.</source>
        <translation>العملاء المحتملون الذين كان ردهم الأخير في الفترة إيجابيًا، حسب قطاع شركتهم.</translation>
    </message>
    <message>
        <source>Positive replies by headcount</source>
        <translation>الردود الإيجابية حسب حجم الشركة</translation>
    </message>
    <message>
        <source>Leads with a positive last reply in the period, by how many employees their company has. A range counts by its upper end.</source>
        <translation>العملاء المحتملون الذين كان ردهم الأخير في الفترة إيجابيًا، حسب عدد موظفي شركتهم. يُحتسب النطاق بحدّه الأعلى.</translation>
    </message>
</context>
<context>
    <name>signalbox::CampaignReport</name>
    <message>
        <source>Top 5</source>
        <translation>أفضل 5</translation>
    </message>
    <message>
        <source>Most meetings booked for each positive reply, the best first.</source>
        <translation>أكثر الاجتماعات المحجوزة لكل رد إيجابي، الأفضل أولًا.</translation>
    </message>
    <message>
        <source>Bottom 5</source>
        <translation>أضعف 5</translation>
    </message>
    <message>
        <source>Fewest meetings booked for each positive reply, the weakest first.</source>
        <translation>أقل الاجتماعات المحجوزة لكل رد إيجابي، الأضعف أولًا.</translation>
    </message>
    <message>
        <source>Many positives, few bookings</source>
        <translation>إيجابية كثيرة وحجوزات قليلة</translation>
    </message>
    <message>
        <source>At least 8 positive replies, and at most one meeting for every ten of them.</source>
        <translation>8 ردود إيجابية على الأقل، واجتماع واحد على الأكثر لكل عشرة منها.</translation>
    </message>
    <message>
        <source>No campaign fits the rule</source>
        <translation>لا تنطبق القاعدة على أي حملة</translation>
    </message>
    <message>
        <source>Positive replies by sentiment</source>
        <translation>الردود الإيجابية حسب الانطباع</translation>
    </message>
    <message>
        <source>What the leads with a positive last reply want, over all campaigns.</source>
        <translation>ما يريده العملاء المحتملون الذين كان ردهم الأخير إيجابيًا، عبر كل الحملات.</translation>
    </message>
    <message>
        <source>Campaign report, %1</source>
        <translation>تقرير الحملات، %1</translation>
    </message>
    <message>
        <source>Leads with a positive last reply in the period that was read so.</source>
        <translation>العملاء المحتملون الذين كان ردهم الأخير في الفترة إيجابيًا وفُهم على هذا النحو.</translation>
    </message>
</context>
<context>
    <name>signalbox::CampaignsTab</name>
    <message>
        <source>Reactivation campaigns</source>
        <translation>حملات إعادة التنشيط</translation>
    </message>
    <message>
        <source>Campaigns that write again to leads that had gone quiet: who was written to in the period, and what came of it before the period ended.</source>
        <translation>حملات تكتب من جديد إلى عملاء محتملين انقطعوا عن التواصل: من كُتب إليهم في الفترة، وما نتج عن ذلك قبل نهاية الفترة.</translation>
    </message>
    <message>
        <source>No reactivation message went out. A longer period may show some.</source>
        <translation>لم تخرج أي رسالة إعادة تنشيط. قد تُظهر فترة أطول بعضها.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>المُرسل إليهم</translation>
    </message>
    <message>
        <source>Leads that a reactivation campaign wrote to in the period.</source>
        <translation>العملاء المحتملون الذين كتبت إليهم حملة إعادة تنشيط في الفترة.</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>الردود</translation>
    </message>
    <message>
        <source>Of those sent, leads that wrote back afterwards, before the period ended.</source>
        <translation>من المُرسل إليهم، العملاء المحتملون الذين كتبوا ردًا بعد ذلك، قبل نهاية الفترة.</translation>
    </message>
    <message>
        <source>Response rate</source>
        <translation>معدل الرد</translation>
    </message>
    <message>
        <source>Responded divided by sent. “—”: nothing was sent.</source>
        <translation>الردود مقسومة على المُرسل إليهم. «—»: لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>Meetings booked</source>
        <translation>الاجتماعات المحجوزة</translation>
    </message>
    <message>
        <source>Of those sent, leads that booked a meeting afterwards, before the period ended.</source>
        <translation>من المُرسل إليهم، العملاء المحتملون الذين حجزوا اجتماعًا بعد ذلك، قبل نهاية الفترة.</translation>
    </message>
    <message>
        <source>Booking rate</source>
        <translation>معدل الحجز</translation>
    </message>
    <message>
        <source>Meetings booked divided by sent. “—”: nothing was sent.</source>
        <translation>الاجتماعات المحجوزة مقسومة على المُرسل إليهم. «—»: لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>E-mail campaigns</source>
        <translation>حملات البريد الإلكتروني</translation>
    </message>
    <message>
        <source>What each e-mail campaign brought in the period: positive replies, requests for a meeting, and meetings.</source>
        <translation>ما جلبته كل حملة بريد إلكتروني في الفترة: الردود الإيجابية وطلبات الاجتماع والاجتماعات.</translation>
    </message>
    <message>
        <source>The workspace has no e-mail campaign yet.</source>
        <translation>ليس لمساحة العمل أي حملة بريد إلكتروني بعد.</translation>
    </message>
    <message>
        <source>AI draft outcomes</source>
        <translation>مآل المسودات الآلية</translation>
    </message>
    <message>
        <source>Drafts of the AI whose first message went out in the period, by what became of the text. E-mail counts only for campaigns in which the AI may send by itself.</source>
        <translation>مسودات الذكاء الاصطناعي التي خرجت رسالتها الأولى في الفترة، حسب ما آل إليه النص. لا يُحتسب البريد الإلكتروني إلا للحملات التي يجوز فيها للذكاء الاصطناعي الإرسال بنفسه.</translation>
    </message>
    <message>
        <source>No draft of the AI was sent. A longer period may show some.</source>
        <translation>لم تُرسل أي مسودة للذكاء الاصطناعي. قد تُظهر فترة أطول بعضها.</translation>
    </message>
    <message>
        <source>AI draft booking conversion</source>
        <translation>تحويل المسودات الآلية إلى حجوزات</translation>
    </message>
    <message>
        <source>No lead got a draft of the AI. A longer period may show some.</source>
        <translation>لم يتلقَّ أي عميل محتمل مسودة للذكاء الاصطناعي. قد تُظهر فترة أطول بعضهم.</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>كل الحملات</translation>
    </message>
    <message numerus="yes">
        <source>What leads did after a draft of the AI was sent to them. A booking counts up to %n day(s) after it.</source>
        <translation>
            <numerusform>ما فعله العملاء المحتملون بعد أن أُرسلت إليهم مسودة للذكاء الاصطناعي. يُحتسب الحجز خلال %n يوم على الأكثر بعدها.</numerusform>
            <numerusform>ما فعله العملاء المحتملون بعد أن أُرسلت إليهم مسودة للذكاء الاصطناعي. يُحتسب الحجز خلال %n يوم على الأكثر بعدها.</numerusform>
            <numerusform>ما فعله العملاء المحتملون بعد أن أُرسلت إليهم مسودة للذكاء الاصطناعي. يُحتسب الحجز خلال %n يوم على الأكثر بعدها.</numerusform>
            <numerusform>ما فعله العملاء المحتملون بعد أن أُرسلت إليهم مسودة للذكاء الاصطناعي. يُحتسب الحجز خلال %n أيام على الأكثر بعدها.</numerusform>
            <numerusform>ما فعله العملاء المحتملون بعد أن أُرسلت إليهم مسودة للذكاء الاصطناعي. يُحتسب الحجز خلال %n يومًا على الأكثر بعدها.</numerusform>
            <numerusform>ما فعله العملاء المحتملون بعد أن أُرسلت إليهم مسودة للذكاء الاصطناعي. يُحتسب الحجز خلال %n يوم على الأكثر بعدها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leads written to in the last %n day(s) that have not booked are pending.</source>
        <translation>
            <numerusform>العملاء المحتملون الذين كُتب إليهم خلال آخر %n يوم ولم يحجزوا هم قيد الانتظار.</numerusform>
            <numerusform>العملاء المحتملون الذين كُتب إليهم خلال آخر %n يوم ولم يحجزوا هم قيد الانتظار.</numerusform>
            <numerusform>العملاء المحتملون الذين كُتب إليهم خلال آخر %n يوم ولم يحجزوا هم قيد الانتظار.</numerusform>
            <numerusform>العملاء المحتملون الذين كُتب إليهم خلال آخر %n أيام ولم يحجزوا هم قيد الانتظار.</numerusform>
            <numerusform>العملاء المحتملون الذين كُتب إليهم خلال آخر %n يومًا ولم يحجزوا هم قيد الانتظار.</numerusform>
            <numerusform>العملاء المحتملون الذين كُتب إليهم خلال آخر %n يوم ولم يحجزوا هم قيد الانتظار.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: positive replies by industry</source>
        <translation>%1: الردود الإيجابية حسب القطاع</translation>
    </message>
    <message>
        <source>%1: positive replies by headcount</source>
        <translation>%1: الردود الإيجابية حسب حجم الشركة</translation>
    </message>
    <message>
        <source>Top 5 campaigns</source>
        <translation>أفضل 5 حملات</translation>
    </message>
    <message>
        <source>Bottom 5 campaigns</source>
        <translation>أضعف 5 حملات</translation>
    </message>
    <message>
        <source>Many positives, few bookings</source>
        <translation>إيجابية كثيرة وحجوزات قليلة</translation>
    </message>
</context>
<context>
    <name>signalbox::CategorySidebar</name>
    <message>
        <source>Categories</source>
        <translation>الفئات</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Counts could not be read. %1</source>
        <translation>تعذرت قراءة الأعداد. %1</translation>
    </message>
    <message>
        <source>Awaiting reply %1 · Total %2</source>
        <translation>بانتظار الرد %1 · الإجمالي %2</translation>
    </message>
    <message>
        <source>as of %1, not refreshed since</source>
        <translation>حتى %1، لم تُحدَّث منذ ذلك الحين</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>Age of the counts</source>
        <translation>عمر الأعداد</translation>
    </message>
</context>
<context>
    <name>signalbox::ChartFrame</name>
    <message>
        <source>Show as chart</source>
        <translation>عرض كرسم بياني</translation>
    </message>
    <message>
        <source>Open as table</source>
        <translation>فتح كجدول</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>نسخ الجدول</translation>
    </message>
    <message>
        <source>Save picture as %1…</source>
        <translation>حفظ الصورة بصيغة %1…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>حفظ الصورة</translation>
    </message>
    <message>
        <source>The picture could not be written</source>
        <translation>تعذرت كتابة الصورة</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another place.</source>
        <translation>تتعذر كتابة %1. اختر موضعًا آخر.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>signalbox::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Type a command, a page or a workspace</source>
        <translation>اكتب أمرًا أو صفحة أو مساحة عمل</translation>
    </message>
    <message>
        <source>Nothing here goes by that name.</source>
        <translation>لا شيء هنا بهذا الاسم.</translation>
    </message>
    <message>
        <source>↑ ↓ choose   Enter run   Esc close</source>
        <translation>↑ ↓ اختيار   Enter تنفيذ   Esc إغلاق</translation>
    </message>
</context>
<context>
    <name>signalbox::CompareSheet</name>
    <message>
        <source>Keep mine</source>
        <translation>الإبقاء على نسختي</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>استخدام نسخة الخادم</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>نسختك</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>على الخادم</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>نصك</translation>
    </message>
    <message>
        <source>Text on the server</source>
        <translation>النص على الخادم</translation>
    </message>
</context>
<context>
    <name>signalbox::Composer</name>
    <message>
        <source>Write a reply</source>
        <translation>اكتب ردًا</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>Write a note for your team</source>
        <translation>اكتب ملاحظة لفريقك</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>ملاحظة داخلية</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>نسخة إلى</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>The lead has no address for this.</source>
        <translation>ليس للعميل المحتمل عنوان لهذا.</translation>
    </message>
    <message>
        <source>Only your team sees this. It is never sent.</source>
        <translation>لا يراها سوى فريقك، ولا تُرسل أبدًا.</translation>
    </message>
    <message>
        <source>No address for this channel</source>
        <translation>لا يوجد عنوان لهذه القناة</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>إلى %1</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>There is nothing written yet.</source>
        <translation>لم يُكتب شيء بعد.</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionPill</name>
    <message>
        <source>Last answer %1</source>
        <translation>آخر رد %1</translation>
    </message>
    <message>
        <source>Click to try again now</source>
        <translation>انقر لإعادة المحاولة الآن</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>الاتصال: %1</translation>
    </message>
    <message>
        <source>Last request: %1 ms</source>
        <translation>آخر طلب: %1 م.ث</translation>
    </message>
    <message>
        <source>Last heartbeat of the feed: %1 ms</source>
        <translation>آخر نبضة للبث: %1 م.ث</translation>
    </message>
    <message numerus="yes">
        <source>Everything was read again %n time(s), last at %1</source>
        <translation>
            <numerusform>أُعيدت قراءة كل شيء %n مرة، آخرها عند %1</numerusform>
            <numerusform>أُعيدت قراءة كل شيء مرة واحدة، عند %1</numerusform>
            <numerusform>أُعيدت قراءة كل شيء مرتين، آخرهما عند %1</numerusform>
            <numerusform>أُعيدت قراءة كل شيء %n مرات، آخرها عند %1</numerusform>
            <numerusform>أُعيدت قراءة كل شيء %n مرة، آخرها عند %1</numerusform>
            <numerusform>أُعيدت قراءة كل شيء %n مرة، آخرها عند %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ConversationDelegate</name>
    <message>
        <source>AI draft</source>
        <translation>مسودة آلية</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>محجوب</translation>
    </message>
    <message>
        <source>Could not be loaded. Retry loads it again.</source>
        <translation>تعذر التحميل. إعادة المحاولة تحمّله من جديد.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>requires attention</source>
        <translation>يتطلب الانتباه</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>التقييم %1</translation>
    </message>
    <message>
        <source>AI draft ready</source>
        <translation>المسودة الآلية جاهزة</translation>
    </message>
    <message>
        <source>do not disturb (SMS)</source>
        <translation>عدم الإزعاج (SMS)</translation>
    </message>
    <message>
        <source>follow-ups blocked: %1</source>
        <translation>المتابعات محجوبة: %1</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>مسند إلى %1</translation>
    </message>
    <message>
        <source>no longer here</source>
        <translation>لم تعد هنا</translation>
    </message>
    <message>
        <source>in no category now</source>
        <translation>ليست في أي فئة الآن</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>الآن: %1</translation>
    </message>
    <message>
        <source>now snoozed</source>
        <translation>مؤجلة الآن</translation>
    </message>
    <message>
        <source>filtered out now</source>
        <translation>تخفيها عوامل التصفية الآن</translation>
    </message>
    <message>
        <source>no longer yours</source>
        <translation>لم تعد لك</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>غير مقروءة</translation>
    </message>
</context>
<context>
    <name>signalbox::ConversationHead</name>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>العودة إلى القائمة (Esc)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>العودة إلى القائمة</translation>
    </message>
    <message>
        <source>Copy link (Ctrl+Shift+C)</source>
        <translation>نسخ الرابط (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>campaign %1</source>
        <translation>الحملة %1</translation>
    </message>
    <message>
        <source>Requires attention</source>
        <translation>يتطلب الانتباه</translation>
    </message>
    <message>
        <source>SMS do not disturb</source>
        <translation>عدم الإزعاج عبر SMS</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>إسناد</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>تأجيل</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>signalbox::ConversationPane</name>
    <message numerus="yes">
        <source>%n new message(s) ↓</source>
        <translation>
            <numerusform>%n رسالة جديدة ↓</numerusform>
            <numerusform>رسالة جديدة واحدة ↓</numerusform>
            <numerusform>رسالتان جديدتان ↓</numerusform>
            <numerusform>%n رسائل جديدة ↓</numerusform>
            <numerusform>%n رسالة جديدة ↓</numerusform>
            <numerusform>%n رسالة جديدة ↓</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>لا توجد محادثة مفتوحة</translation>
    </message>
    <message>
        <source>Choose one in the list, or walk with J and K.</source>
        <translation>اختر واحدة من القائمة، أو تنقّل بالمفتاحين J وK.</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>العميل المحتمل</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>التسلسل الزمني</translation>
    </message>
    <message>
        <source>This conversation is no longer in your inbox. What you see was read before.</source>
        <translation>لم تعد هذه المحادثة في بريدك الوارد. ما تراه قُرئ من قبل.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>محادثة</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>فتح %1</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>مرفق</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>حفظ المرفق</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>مرفق</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>تم حفظ %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>تعذرت كتابة %1: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::CrmCellEditor</name>
    <message>
        <source>Edit %1</source>
        <translation>تعديل %1</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves, Esc gives up.</source>
        <translation>يحفظ Ctrl+Enter، ويلغي Esc.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>Another category…</source>
        <translation>فئة أخرى…</translation>
    </message>
    <message>
        <source>Name of the category</source>
        <translation>اسم الفئة</translation>
    </message>
    <message>
        <source>Update automation</source>
        <translation>تحديث الأتمتة</translation>
    </message>
    <message>
        <source>Also sets the lead&apos;s sentiment, so that drafts and follow-ups go by the new category.</source>
        <translation>يعيّن أيضًا انطباع العميل المحتمل، لتسير المسودات والمتابعات وفق الفئة الجديدة.</translation>
    </message>
    <message>
        <source>Also sets the lead&apos;s own status, so that the inbox and follow-ups go by it.</source>
        <translation>يعيّن أيضًا حالة العميل المحتمل نفسه، ليسير البريد الوارد والمتابعات وفقها.</translation>
    </message>
</context>
<context>
    <name>signalbox::CrmColumnChooser</name>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Reset to all columns</source>
        <translation>إعادة الضبط إلى كل الأعمدة</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Columns that stay when you scroll</source>
        <translation>الأعمدة التي تبقى عند التمرير</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>الأعمدة بترتيبها</translation>
    </message>
    <message>
        <source>Space shows or hides a column, Alt with an arrow moves it.</source>
        <translation>يُظهر مفتاح المسافة العمود أو يخفيه، وينقله Alt مع سهم.</translation>
    </message>
    <message>
        <source>Drag a column to its place, or press Alt with an arrow.</source>
        <translation>اسحب العمود إلى موضعه، أو اضغط Alt مع سهم.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln</source>
        <translation>
            <numerusform>أول %Ln</numerusform>
            <numerusform>أول %Ln</numerusform>
            <numerusform>أول %Ln</numerusform>
            <numerusform>أول %Ln</numerusform>
            <numerusform>أول %Ln</numerusform>
            <numerusform>أول %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved sets</source>
        <translation>المجموعات المحفوظة</translation>
    </message>
    <message>
        <source>Save this set as…</source>
        <translation>حفظ هذه المجموعة باسم…</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>اسم المجموعة</translation>
    </message>
    <message>
        <source>No saved sets yet</source>
        <translation>لا توجد مجموعات محفوظة بعد</translation>
    </message>
    <message>
        <source>Saved sets…</source>
        <translation>المجموعات المحفوظة…</translation>
    </message>
</context>
<context>
    <name>signalbox::CrmConflictSheet</name>
    <message>
        <source>Keep mine</source>
        <translation>الإبقاء على نسختي</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>اعتماد نسخة الآخر</translation>
    </message>
    <message>
        <source>Somebody else changed this cell</source>
        <translation>غيّر شخص آخر هذه الخلية</translation>
    </message>
    <message>
        <source>What you typed</source>
        <translation>ما كتبته أنت</translation>
    </message>
    <message>
        <source>What is there now</source>
        <translation>ما هو موجود الآن</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(فارغة)</translation>
    </message>
    <message>
        <source>%1 of %2 is another one than when you began to edit it. Nothing has been overwritten.</source>
        <translation>تغيّرت قيمة %1 لدى %2 منذ أن بدأت تعديلها. لم يُكتب فوق أي شيء.</translation>
    </message>
</context>
<context>
    <name>signalbox::CrmFilterBar</name>
    <message>
        <source>Campaign contains…</source>
        <translation>الحملة تتضمن…</translation>
    </message>
    <message>
        <source>Category contains…</source>
        <translation>الفئة تتضمن…</translation>
    </message>
    <message>
        <source>Your leads only</source>
        <translation>عملاؤك المحتملون فقط</translation>
    </message>
    <message>
        <source>Lead status</source>
        <translation>حالة العميل المحتمل</translation>
    </message>
    <message>
        <source>Who responded</source>
        <translation>من ردّ</translation>
    </message>
    <message>
        <source>A setter sees the leads that are assigned to them. The other tabs count everybody&apos;s.</source>
        <translation>يرى منسق المواعيد العملاء المحتملين المسندين إليه. أما علامات التبويب الأخرى فتحتسب عملاء الجميع.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Show or hide the figures of these leads</source>
        <translation>إظهار أرقام هؤلاء العملاء المحتملين أو إخفاؤها</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>All responses</source>
        <translation>كل الردود</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n filter(s)</source>
        <translation>
            <numerusform>مسح عوامل التصفية (%n)</numerusform>
            <numerusform>مسح عوامل التصفية (%n)</numerusform>
            <numerusform>مسح عوامل التصفية (%n)</numerusform>
            <numerusform>مسح عوامل التصفية (%n)</numerusform>
            <numerusform>مسح عوامل التصفية (%n)</numerusform>
            <numerusform>مسح عوامل التصفية (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::CrmSummaryView</name>
    <message>
        <source>AI</source>
        <translation>الذكاء الاصطناعي</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>A human, not known who</source>
        <translation>إنسان، لا يُعرف من هو</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>العملاء المحتملون</translation>
    </message>
    <message>
        <source>Leads whose first interest falls into the period and passes the filters.</source>
        <translation>العملاء المحتملون الذين يقع اهتمامهم الأول في الفترة وتنطبق عليهم عوامل التصفية.</translation>
    </message>
    <message>
        <source>Booked ever</source>
        <translation>حجزوا في أي وقت</translation>
    </message>
    <message>
        <source>Those of them that ever booked a meeting, cancelled ones included.</source>
        <translation>من حجز منهم اجتماعًا في أي وقت، بما في ذلك الحجوزات الملغاة.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>غير الملغاة</translation>
    </message>
    <message>
        <source>Those whose booking has not been cancelled.</source>
        <translation>الذين لديهم حجز لم يُلغَ.</translation>
    </message>
    <message>
        <source>Booked in period</source>
        <translation>حجزوا في الفترة</translation>
    </message>
    <message>
        <source>Those that booked within the period itself, cancelled ones included.</source>
        <translation>الذين حجزوا ضمن الفترة نفسها، بما في ذلك الحجوزات الملغاة.</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>التحويل</translation>
    </message>
    <message>
        <source>Share of the leads whose booking was kept.</source>
        <translation>حصة من لديهم حجز لم يُلغَ من العملاء المحتملين.</translation>
    </message>
    <message>
        <source>Response type</source>
        <translation>نوع الرد</translation>
    </message>
    <message>
        <source>The same leads by what they asked for.</source>
        <translation>العملاء المحتملون أنفسهم حسب ما طلبوه.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>AI vs human</source>
        <translation>الذكاء الاصطناعي مقابل البشر</translation>
    </message>
    <message>
        <source>The same leads by who answered first.</source>
        <translation>العملاء المحتملون أنفسهم حسب من ردّ أولًا.</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>من ردّ</translation>
    </message>
    <message>
        <source>Setters</source>
        <translation>منسقو المواعيد</translation>
    </message>
    <message>
        <source>The same leads by who is responsible, the ten largest.</source>
        <translation>العملاء المحتملون أنفسهم حسب المسؤول عنهم، أكبر عشرة.</translation>
    </message>
    <message>
        <source>Setter</source>
        <translation>منسق المواعيد</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>الحجوزات</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>المعدل</translation>
    </message>
    <message>
        <source>Which bookings count</source>
        <translation>أي الحجوزات تُحتسب</translation>
    </message>
    <message>
        <source>Which bookings the three tables count</source>
        <translation>أي الحجوزات تحتسبها الجداول الثلاثة</translation>
    </message>
    <message>
        <source>Booked: any</source>
        <translation>الحجوزات: كلها</translation>
    </message>
    <message>
        <source>Booked: kept</source>
        <translation>الحجوزات: غير الملغاة</translation>
    </message>
    <message>
        <source>%1 of the leads</source>
        <translation>%1 من العملاء المحتملين</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>الملغاة: %Ln</numerusform>
            <numerusform>الملغاة: %Ln</numerusform>
            <numerusform>الملغاة: %Ln</numerusform>
            <numerusform>الملغاة: %Ln</numerusform>
            <numerusform>الملغاة: %Ln</numerusform>
            <numerusform>الملغاة: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>غير الملغاة: %Ln</numerusform>
            <numerusform>غير الملغاة: %Ln</numerusform>
            <numerusform>غير الملغاة: %Ln</numerusform>
            <numerusform>غير الملغاة: %Ln</numerusform>
            <numerusform>غير الملغاة: %Ln</numerusform>
            <numerusform>غير الملغاة: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>kept, of all leads</source>
        <translation>غير الملغاة، من كل العملاء المحتملين</translation>
    </message>
</context>
<context>
    <name>signalbox::CrmTab</name>
    <message>
        <source>The rows could not be read again; these are the ones from before.</source>
        <translation>تعذرت قراءة الصفوف من جديد؛ هذه هي الصفوف السابقة.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>More rows could not be read.</source>
        <translation>تعذرت قراءة المزيد من الصفوف.</translation>
    </message>
    <message>
        <source>No lead passes the filters</source>
        <translation>لا ينطبق أي عميل محتمل على عوامل التصفية</translation>
    </message>
    <message numerus="yes">
        <source>%Ln filter(s) are set. Without them there may be leads in this period.</source>
        <translation>
            <numerusform>عوامل التصفية المعيّنة: %Ln. من دونها قد يوجد عملاء محتملون في هذه الفترة.</numerusform>
            <numerusform>عوامل التصفية المعيّنة: %Ln. من دونها قد يوجد عملاء محتملون في هذه الفترة.</numerusform>
            <numerusform>عوامل التصفية المعيّنة: %Ln. من دونها قد يوجد عملاء محتملون في هذه الفترة.</numerusform>
            <numerusform>عوامل التصفية المعيّنة: %Ln. من دونها قد يوجد عملاء محتملون في هذه الفترة.</numerusform>
            <numerusform>عوامل التصفية المعيّنة: %Ln. من دونها قد يوجد عملاء محتملون في هذه الفترة.</numerusform>
            <numerusform>عوامل التصفية المعيّنة: %Ln. من دونها قد يوجد عملاء محتملون في هذه الفترة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح عوامل التصفية</translation>
    </message>
    <message>
        <source>No data in this period</source>
        <translation>لا توجد بيانات في هذه الفترة</translation>
    </message>
    <message>
        <source>A row appears when a lead first shows interest. Choose a longer period.</source>
        <translation>يظهر صف حين يبدي عميل محتمل اهتمامه أول مرة. اختر فترة أطول.</translation>
    </message>
    <message>
        <source>End of list: %1 rows</source>
        <translation>نهاية القائمة: عدد الصفوف %1</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 من %2 من الصفوف</translation>
    </message>
    <message>
        <source>%1 rows, more below</source>
        <translation>عدد الصفوف %1، والمزيد أدناه</translation>
    </message>
    <message>
        <source>Loading more…</source>
        <translation>جارٍ تحميل المزيد…</translation>
    </message>
    <message numerus="yes">
        <source>Saving %Ln cell(s)…</source>
        <translation>
            <numerusform>جارٍ حفظ %Ln خلية…</numerusform>
            <numerusform>جارٍ حفظ %Ln خلية…</numerusform>
            <numerusform>جارٍ حفظ %Ln خلية…</numerusform>
            <numerusform>جارٍ حفظ %Ln خلايا…</numerusform>
            <numerusform>جارٍ حفظ %Ln خلية…</numerusform>
            <numerusform>جارٍ حفظ %Ln خلية…</numerusform>
        </translation>
    </message>
    <message>
        <source>F2 edits · Ctrl+Z undoes · Ctrl+C copies · Enter opens</source>
        <translation>F2 تعديل · Ctrl+Z تراجع · Ctrl+C نسخ · Enter فتح</translation>
    </message>
    <message>
        <source>CRM rows</source>
        <translation>صفوف CRM</translation>
    </message>
    <message>
        <source>The rows could not be loaded.</source>
        <translation>تعذر تحميل الصفوف.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>تم التراجع</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>لا شيء للتراجع عنه</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>تمت الإعادة</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>لا شيء لإعادته</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied</source>
        <translation>
            <numerusform>نُسخ %Ln صف</numerusform>
            <numerusform>نُسخ %Ln صف</numerusform>
            <numerusform>نُسخ %Ln صف</numerusform>
            <numerusform>نُسخت %Ln صفوف</numerusform>
            <numerusform>نُسخ %Ln صفًا</numerusform>
            <numerusform>نُسخ %Ln صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%Ln further away are not in memory; use Export for all)</source>
        <translation>
            <numerusform>(%Ln صف أبعد من ذلك خارج الذاكرة؛ استخدم «تصدير» للكل)</numerusform>
            <numerusform>(%Ln صف أبعد من ذلك خارج الذاكرة؛ استخدم «تصدير» للكل)</numerusform>
            <numerusform>(%Ln صف أبعد من ذلك خارج الذاكرة؛ استخدم «تصدير» للكل)</numerusform>
            <numerusform>(%Ln صفوف أبعد من ذلك خارج الذاكرة؛ استخدم «تصدير» للكل)</numerusform>
            <numerusform>(%Ln صفًا أبعد من ذلك خارج الذاكرة؛ استخدم «تصدير» للكل)</numerusform>
            <numerusform>(%Ln صف أبعد من ذلك خارج الذاكرة؛ استخدم «تصدير» للكل)</numerusform>
        </translation>
    </message>
    <message>
        <source>a lead</source>
        <translation>عميل محتمل</translation>
    </message>
    <message>
        <source>“%1” was not saved for %2: %3</source>
        <translation>لم تُحفظ «%1» لدى %2: %3</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة مجددًا</translation>
    </message>
    <message>
        <source>Copy what I typed</source>
        <translation>نسخ ما كتبته</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>فتح المحادثة</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>ترتيب تصاعدي</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>ترتيب تنازلي</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>إخفاء «%1»</translation>
    </message>
    <message>
        <source>Keep the columns up to here in view</source>
        <translation>إبقاء الأعمدة حتى هذا العمود ظاهرة</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>الأعمدة…</translation>
    </message>
    <message>
        <source>Export has all of them, as CSV or XLSX.</source>
        <translation>يحتوي التصدير على جميعها بصيغة CSV أو XLSX.</translation>
    </message>
    <message>
        <source>Rows %1–%2; there are more.</source>
        <translation>الصفوف %1–%2، وهناك المزيد.</translation>
    </message>
    <message>
        <source>Rows %1–%2 of %3.</source>
        <translation>الصفوف %1–%2 من %3.</translation>
    </message>
</context>
<context>
    <name>signalbox::CrmTable</name>
    <message>
        <source>Click to sort.</source>
        <translation>انقر للترتيب.</translation>
    </message>
    <message>
        <source>Computed for each row: the service cannot sort by it.</source>
        <translation>يُحسب لكل صف: لا يمكن للخدمة الترتيب بحسبه.</translation>
    </message>
    <message>
        <source>CRM rows</source>
        <translation>صفوف CRM</translation>
    </message>
    <message>
        <source>Being saved…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
</context>
<context>
    <name>signalbox::DatesPopup</name>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>اليوم الأول</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>اليوم الأخير</translation>
    </message>
    <message>
        <source>Days: %1, both included</source>
        <translation>الأيام: %1، بما فيها الأول والأخير</translation>
    </message>
    <message>
        <source>The first day is after the last.</source>
        <translation>اليوم الأول بعد اليوم الأخير.</translation>
    </message>
</context>
<context>
    <name>signalbox::DraftStrip</name>
    <message>
        <source>needs review</source>
        <translation>يحتاج إلى مراجعة</translation>
    </message>
    <message>
        <source>will be sent now</source>
        <translation>ستُرسل الآن</translation>
    </message>
    <message>
        <source>will be sent later</source>
        <translation>ستُرسل لاحقًا</translation>
    </message>
    <message>
        <source>not sent by itself</source>
        <translation>لا تُرسل تلقائيًا</translation>
    </message>
    <message>
        <source>could not be judged</source>
        <translation>تعذر الحكم عليها</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>بالانتظار</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>AI draft</source>
        <translation>مسودة آلية</translation>
    </message>
    <message>
        <source>%1 sure, %2 needed</source>
        <translation>الثقة %1، المطلوب %2</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>الثقة %1</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Text of the draft</source>
        <translation>نص المسودة</translation>
    </message>
    <message>
        <source>Draft changed on the server</source>
        <translation>تغيّرت المسودة على الخادم</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>استخدام نسخة الخادم</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>الإبقاء على نسختي</translation>
    </message>
    <message>
        <source>This draft is gone: it was sent, rejected or replaced.</source>
        <translation>لم تعد هذه المسودة موجودة: أُرسلت أو رُفضت أو استُبدلت.</translation>
    </message>
    <message>
        <source>Keep my text as a reply</source>
        <translation>الاحتفاظ بنصي كرد</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>التخلي عن النص</translation>
    </message>
    <message>
        <source>edited by you</source>
        <translation>عدّلتها أنت</translation>
    </message>
    <message>
        <source>Approve with changes</source>
        <translation>اعتماد مع التعديلات</translation>
    </message>
    <message>
        <source>No address for this channel</source>
        <translation>لا يوجد عنوان لهذه القناة</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>إلى %1</translation>
    </message>
    <message>
        <source>First say which text counts.</source>
        <translation>حدّد أولًا أي النصين يُعتمد.</translation>
    </message>
</context>
<context>
    <name>signalbox::ErrorBanner</name>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
</context>
<context>
    <name>signalbox::ExportCenter</name>
    <message>
        <source>CRM rows</source>
        <translation>صفوف CRM</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>مسارات العمل</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>الحملات</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>الحجز</translation>
    </message>
    <message>
        <source>Response timing</source>
        <translation>توقيت الرد</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>عمليات التصدير</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ExportLine</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Saving %1 of %2</source>
        <translation>جارٍ حفظ %1 من %2</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 من %2 من الصفوف</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>عدد الصفوف: %1</translation>
    </message>
    <message>
        <source>Being prepared…</source>
        <translation>جارٍ التحضير…</translation>
    </message>
    <message>
        <source>waiting for the connection</source>
        <translation>بانتظار الاتصال</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 في الثانية</translation>
    </message>
    <message>
        <source>%1 rows a second</source>
        <translation>%1 من الصفوف في الثانية</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>يتبقى %1</translation>
    </message>
    <message>
        <source>The file could not be written: %1. Make room or check the folder, then retry.</source>
        <translation>تعذرت كتابة الملف: %1. وفّر مساحة أو تحقق من المجلد، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>%1 (request %2)</source>
        <translation>%1 (الطلب %2)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغي</translation>
    </message>
</context>
<context>
    <name>signalbox::FaultPanel</name>
    <message>
        <source>%1 ran into a fault and was stopped</source>
        <translation>واجهت صفحة %1 خللًا وتم إيقافها</translation>
    </message>
    <message>
        <source>The rest of the console goes on working. Reload builds the page anew.</source>
        <translation>تواصل بقية وحدة التحكم العمل. إعادة التحميل تبني الصفحة من جديد.</translation>
    </message>
    <message>
        <source>Report %1</source>
        <translation>التقرير %1</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>إعادة التحميل</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
</context>
<context>
    <name>signalbox::FilterBar</name>
    <message>
        <source>Any score</source>
        <translation>أي تقييم</translation>
    </message>
    <message>
        <source>Score 4</source>
        <translation>التقييم 4</translation>
    </message>
    <message>
        <source>Score 3 and more</source>
        <translation>التقييم 3 فأكثر</translation>
    </message>
    <message>
        <source>Score 2 and more</source>
        <translation>التقييم 2 فأكثر</translation>
    </message>
    <message>
        <source>Score 1 and more</source>
        <translation>التقييم 1 فأكثر</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>بلا تقييم</translation>
    </message>
    <message>
        <source>Disqualified</source>
        <translation>مستبعد</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>%1 فقط</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>الانطباع</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>التقييم</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Search in messages</source>
        <translation>البحث في الرسائل</translation>
    </message>
    <message>
        <source>SMS client</source>
        <translation>عميل SMS</translation>
    </message>
    <message>
        <source>Could not be loaded. Retry</source>
        <translation>تعذر التحميل. إعادة المحاولة</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Unattributed</source>
        <translation>غير منسوب</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sentiment · %1</source>
        <translation>الانطباع · %1</translation>
    </message>
    <message>
        <source>More · %1</source>
        <translation>المزيد · %1</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n filter(s)</source>
        <translation>
            <numerusform>مسح عوامل التصفية (%n)</numerusform>
            <numerusform>مسح عوامل التصفية (%n)</numerusform>
            <numerusform>مسح عوامل التصفية (%n)</numerusform>
            <numerusform>مسح عوامل التصفية (%n)</numerusform>
            <numerusform>مسح عوامل التصفية (%n)</numerusform>
            <numerusform>مسح عوامل التصفية (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Search name, company, address</source>
        <translation>ابحث عن اسم أو شركة أو عنوان</translation>
    </message>
</context>
<context>
    <name>signalbox::FirstRunView</name>
    <message>
        <source>Your name is missing.</source>
        <translation>اسمك مفقود.</translation>
    </message>
    <message>
        <source>Your email is missing.</source>
        <translation>بريدك الإلكتروني مفقود.</translation>
    </message>
    <message numerus="yes">
        <source>The password needs at least %n characters.</source>
        <translation>
            <numerusform>تحتاج كلمة المرور إلى %n حرف على الأقل.</numerusform>
            <numerusform>تحتاج كلمة المرور إلى حرف واحد على الأقل.</numerusform>
            <numerusform>تحتاج كلمة المرور إلى حرفين على الأقل.</numerusform>
            <numerusform>تحتاج كلمة المرور إلى %n أحرف على الأقل.</numerusform>
            <numerusform>تحتاج كلمة المرور إلى %n حرفًا على الأقل.</numerusform>
            <numerusform>تحتاج كلمة المرور إلى %n حرف على الأقل.</numerusform>
        </translation>
    </message>
    <message>
        <source>The workspace needs a name.</source>
        <translation>تحتاج مساحة العمل إلى اسم.</translation>
    </message>
    <message>
        <source>Set up Signalbox</source>
        <translation>إعداد Signalbox</translation>
    </message>
    <message>
        <source>Nobody works here yet. You become the owner of the first workspace; you can add people afterwards.</source>
        <translation>لا أحد يعمل هنا بعد. ستصبح مالك مساحة العمل الأولى، ويمكنك إضافة أشخاص بعد ذلك.</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Name of the &amp;workspace</source>
        <translation>اسم مساحة العمل</translation>
    </message>
    <message>
        <source>&amp;Time zone of the workspace</source>
        <translation>المنطقة الزمنية لمساحة العمل</translation>
    </message>
    <message>
        <source>Create owner and workspace</source>
        <translation>إنشاء المالك ومساحة العمل</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Name of the workspace</source>
        <translation>اسم مساحة العمل</translation>
    </message>
    <message>
        <source>Time zone of the workspace</source>
        <translation>المنطقة الزمنية لمساحة العمل</translation>
    </message>
    <message>
        <source>The service did not accept this field.</source>
        <translation>لم تقبل الخدمة هذا الحقل.</translation>
    </message>
</context>
<context>
    <name>signalbox::InboxDesk</name>
    <message>
        <source>Counts</source>
        <translation>الأعداد</translation>
    </message>
    <message>
        <source>list %1 = counts %2</source>
        <translation>القائمة %1 = الأعداد %2</translation>
    </message>
    <message>
        <source>list %1 ~ counts %2</source>
        <translation>القائمة %1 ~ الأعداد %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>نسخ كجدول</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>نسخ العنوان</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>البريد الوارد</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>المحادثة التالية</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>المحادثة السابقة</translation>
    </message>
    <message>
        <source>Show new conversations</source>
        <translation>عرض المحادثات الجديدة</translation>
    </message>
    <message>
        <source>Lead card</source>
        <translation>بطاقة العميل المحتمل</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>كل المحادثات</translation>
    </message>
    <message>
        <source>Go to date</source>
        <translation>الانتقال إلى تاريخ</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>asking each minute</source>
        <translation>استعلام كل دقيقة</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>not live: sign in again</source>
        <translation>ليس مباشرًا: سجّل الدخول من جديد</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>طريقة عرض محفوظة</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>حفظ طريقة العرض هذه</translation>
    </message>
</context>
<context>
    <name>signalbox::InboxListView</name>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
</context>
<context>
    <name>signalbox::KeyboardSettings</name>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Key for %1</source>
        <translation>مفتاح %1</translation>
    </message>
    <message>
        <source>Taken by “%1”</source>
        <translation>يستخدمه «%1»</translation>
    </message>
</context>
<context>
    <name>signalbox::KpiCard</name>
    <message>
        <source>%1 could not be loaded</source>
        <translation>تعذر تحميل %1</translation>
    </message>
    <message>
        <source>Click to try again.</source>
        <translation>انقر للمحاولة مجددًا.</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>الآن: %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>سابقًا: %1</translation>
    </message>
    <message>
        <source>Line: %1</source>
        <translation>الخط: %1</translation>
    </message>
    <message>
        <source>vs %1</source>
        <translation>مقارنةً بـ: %1</translation>
    </message>
    <message>
        <source>Could not be loaded. Click to try again.</source>
        <translation>تعذر التحميل. انقر للمحاولة مجددًا.</translation>
    </message>
</context>
<context>
    <name>signalbox::LeadCard</name>
    <message>
        <source>On</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>العميل المحتمل</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Replies come from</source>
        <translation>تأتي الردود من</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>الشركة</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>الموقع الإلكتروني</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة العامة</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>التأهيل</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>الانطباع</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>التقييم</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>بلا تقييم</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>مسند إلى</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>مؤجل حتى</translation>
    </message>
    <message>
        <source>Enrichment</source>
        <translation>إثراء البيانات</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>الأتمتة</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>الحملة</translation>
    </message>
    <message>
        <source>SMS client</source>
        <translation>عميل SMS</translation>
    </message>
    <message>
        <source>Auto reply</source>
        <translation>الرد التلقائي</translation>
    </message>
    <message>
        <source>Auto follow-up</source>
        <translation>المتابعة التلقائية</translation>
    </message>
    <message>
        <source>Follow-ups blocked</source>
        <translation>المتابعات محجوبة</translation>
    </message>
    <message>
        <source>SMS do not disturb</source>
        <translation>عدم الإزعاج عبر SMS</translation>
    </message>
    <message>
        <source>Last SMS block</source>
        <translation>آخر حجب لرسائل SMS</translation>
    </message>
</context>
<context>
    <name>signalbox::ListNotice</name>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
</context>
<context>
    <name>signalbox::ListPane</name>
    <message>
        <source>Most recent</source>
        <translation>الأحدث</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>الأقدم</translation>
    </message>
    <message>
        <source>Name A–Z</source>
        <translation>الاسم أ–ي</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>التقييم</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>تحديث (F5)</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>كل المحادثات</translation>
    </message>
    <message>
        <source>Sorted by: %1</source>
        <translation>الترتيب حسب: %1</translation>
    </message>
    <message>
        <source>The count and the list are of the same version.</source>
        <translation>العدد والقائمة من النسخة نفسها.</translation>
    </message>
    <message>
        <source>The count and the list are of different versions.</source>
        <translation>العدد والقائمة من نسختين مختلفتين.</translation>
    </message>
    <message>
        <source>List: %1, %2 old</source>
        <translation>القائمة: %1، عمرها %2</translation>
    </message>
    <message>
        <source>Count: %1, %2 old</source>
        <translation>العدد: %1، عمره %2</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>No matching conversations</source>
        <translation>لا توجد محادثات مطابقة</translation>
    </message>
    <message>
        <source>The filters hide everything in this list.</source>
        <translation>تخفي عوامل التصفية كل ما في هذه القائمة.</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>مسح كل عوامل التصفية</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>لا توجد محادثات بعد</translation>
    </message>
    <message>
        <source>They appear here as soon as mail is imported or a channel delivers a message.</source>
        <translation>تظهر هنا فور استيراد بريد أو وصول رسالة عبر إحدى القنوات.</translation>
    </message>
    <message>
        <source>All clear</source>
        <translation>لا شيء معلّق</translation>
    </message>
    <message>
        <source>Nothing in this category needs you now.</source>
        <translation>لا شيء في هذه الفئة يحتاج إليك الآن.</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>عرض كل المحادثات</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 جديد</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>%1 منقول</translation>
    </message>
    <message numerus="yes">
        <source>%n new conversation(s)</source>
        <translation>
            <numerusform>%n محادثة جديدة</numerusform>
            <numerusform>محادثة جديدة واحدة</numerusform>
            <numerusform>محادثتان جديدتان</numerusform>
            <numerusform>%n محادثات جديدة</numerusform>
            <numerusform>%n محادثة جديدة</numerusform>
            <numerusform>%n محادثة جديدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n محادثة منقولة</numerusform>
            <numerusform>محادثة منقولة واحدة</numerusform>
            <numerusform>محادثتان منقولتان</numerusform>
            <numerusform>%n محادثات منقولة</numerusform>
            <numerusform>%n محادثة منقولة</numerusform>
            <numerusform>%n محادثة منقولة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::LiveBar</name>
    <message>
        <source>Follow tail</source>
        <translation>متابعة الأحدث</translation>
    </message>
    <message>
        <source>Follow the newest events</source>
        <translation>متابعة أحدث الأحداث</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>What matches as CSV…</source>
        <translation>المطابق بصيغة CSV…</translation>
    </message>
    <message>
        <source>What matches as JSON…</source>
        <translation>المطابق بصيغة JSON…</translation>
    </message>
    <message>
        <source>Filter the events</source>
        <translation>تصفية الأحداث</translation>
    </message>
    <message>
        <source>Words are joined by “and”; a minus before a word turns it round.
kind:  setter:  status:  sentiment:  lead:  latency:  is:replay</source>
        <translation>تُربط الكلمات بـ«و»؛ وعلامة الناقص قبل الكلمة تعكس معناها.
kind:  setter:  status:  sentiment:  lead:  latency:  is:replay</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Resume · %1 held</source>
        <translation>استئناف · %1 بالانتظار</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Buffer of %1, empty</source>
        <translation>ذاكرة مؤقتة بسعة %1، فارغة</translation>
    </message>
    <message>
        <source>Buffer %1 of %2 · %3 · %4</source>
        <translation>الذاكرة المؤقتة %1 من %2 · %3 · %4</translation>
    </message>
    <message>
        <source>%1 match of %2</source>
        <translation>%1 مطابق من %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln حدث</numerusform>
            <numerusform>حدث واحد</numerusform>
            <numerusform>حدثان</numerusform>
            <numerusform>%Ln أحداث</numerusform>
            <numerusform>%Ln حدثًا</numerusform>
            <numerusform>%Ln حدث</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::LiveDetail</name>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Open lead</source>
        <translation>فتح العميل المحتمل</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>نسخ JSON</translation>
    </message>
    <message>
        <source>Close the event</source>
        <translation>إغلاق الحدث</translation>
    </message>
    <message>
        <source>Close the event (Esc)</source>
        <translation>إغلاق الحدث (Esc)</translation>
    </message>
    <message>
        <source>The event as JSON</source>
        <translation>الحدث بصيغة JSON</translation>
    </message>
    <message>
        <source>What changed, and where the time went</source>
        <translation>ما تغيّر، وأين ذهب الوقت</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>قبل ← بعد</translation>
    </message>
    <message>
        <source>None of the fields the feed carries.</source>
        <translation>لا شيء من الحقول التي يحملها البث.</translation>
    </message>
    <message>
        <source>Not known: this is the lead&apos;s first event in the recording.</source>
        <translation>غير معروف: هذا أول حدث للعميل المحتمل في التسجيل.</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>أين ذهب الوقت</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>الحفظ</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>الاحتساب</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>The service&apos;s clock is ahead of this computer&apos;s: the latency cannot be told.</source>
        <translation>ساعة الخدمة متقدمة على ساعة هذا الحاسوب: يتعذر تحديد التأخير.</translation>
    </message>
    <message>
        <source>It happened while this client was away, and was told afterwards.</source>
        <translation>حدث هذا أثناء انقطاع هذا البرنامج، وأُبلغ به لاحقًا.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 ← %2</translation>
    </message>
</context>
<context>
    <name>signalbox::LivePage</name>
    <message>
        <source>No event matches</source>
        <translation>لا يوجد حدث مطابق</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) are recorded; the filter hides all of them.</source>
        <translation>
            <numerusform>سُجّل %Ln حدث؛ ويخفيها عامل التصفية كلها.</numerusform>
            <numerusform>سُجّل حدث واحد؛ ويخفيه عامل التصفية.</numerusform>
            <numerusform>سُجّل حدثان؛ ويخفيهما عامل التصفية.</numerusform>
            <numerusform>سُجّلت %Ln أحداث؛ ويخفيها عامل التصفية كلها.</numerusform>
            <numerusform>سُجّل %Ln حدثًا؛ ويخفيها عامل التصفية كلها.</numerusform>
            <numerusform>سُجّل %Ln حدث؛ ويخفيها عامل التصفية كلها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>مسح عامل التصفية</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>لم يحدث شيء بعد</translation>
    </message>
    <message>
        <source>What changes in this workspace appears here as it happens.</source>
        <translation>يظهر هنا ما يتغير في مساحة العمل هذه فور حدوثه.</translation>
    </message>
    <message>
        <source>The feed does not answer. New events appear when it does; other pages ask every 60 s.</source>
        <translation>البث لا يستجيب. تظهر الأحداث الجديدة حين يستجيب؛ وتستعلم الصفحات الأخرى كل 60 ث.</translation>
    </message>
    <message>
        <source>New events appear when the feed is back; until then other pages ask every 60 s: %1.</source>
        <translation>تظهر الأحداث الجديدة حين يعود البث؛ وحتى ذلك الحين تستعلم الصفحات الأخرى كل 60 ث: %1.</translation>
    </message>
    <message>
        <source>The session may not follow any more. Sign in again; this page stays as it is.</source>
        <translation>لم يعد مسموحًا للجلسة بالمتابعة. سجّل الدخول من جديد؛ تبقى هذه الصفحة كما هي.</translation>
    </message>
    <message>
        <source>The view is paused; the recording goes on</source>
        <translation>العرض متوقف مؤقتًا؛ والتسجيل مستمر</translation>
    </message>
    <message>
        <source>Recorded in memory only</source>
        <translation>التسجيل في الذاكرة فقط</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>تصدير الأحداث</translation>
    </message>
    <message>
        <source>The events could not be written</source>
        <translation>تعذرت كتابة الأحداث</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>signalbox::LiveSidebar</name>
    <message>
        <source>The feed tells what this session may see as %1, and nothing else.</source>
        <translation>يُبلغ البث بما يُسمح لهذه الجلسة برؤيته بصفة %1، لا غير.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>الجلسة</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>التأخير</translation>
    </message>
    <message>
        <source>Half of the events arrived within the first figure, 95 % within the second: from the commit to this computer.</source>
        <translation>وصل نصف الأحداث خلال الرقم الأول، و95 % خلال الثاني: من الحفظ حتى هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>الأحداث في الثانية</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>الفائت</translation>
    </message>
    <message>
        <source>Moments of which this recording may lack events. What other pages show was read again.</source>
        <translation>لحظات قد ينقص هذا التسجيلَ بعضُ أحداثها. أُعيدت قراءة ما تعرضه الصفحات الأخرى.</translation>
    </message>
    <message>
        <source>Resyncs</source>
        <translation>مرات إعادة المزامنة</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>الأنواع</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>عرض %1</translation>
    </message>
    <message>
        <source>since %1, %2</source>
        <translation>منذ %1، %2</translation>
    </message>
    <message>
        <source>p50 %1 · p95 %2 ms</source>
        <translation>p50 %1 · p95 %2 م.ث</translation>
    </message>
    <message>
        <source>Latency over the last minute: %1</source>
        <translation>التأخير خلال الدقيقة الأخيرة: %1</translation>
    </message>
    <message>
        <source>Events over the last minute: %1 per second</source>
        <translation>الأحداث خلال الدقيقة الأخيرة: %1 في الثانية</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>signalbox::LiveView</name>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>%1 new ↓</source>
        <translation>%1 جديد ↓</translation>
    </message>
    <message>
        <source>Show the newest events</source>
        <translation>عرض أحدث الأحداث</translation>
    </message>
</context>
<context>
    <name>signalbox::MainWindow</name>
    <message>
        <source>Go to %1</source>
        <translation>الانتقال إلى %1</translation>
    </message>
    <message>
        <source>A part of the window was slowed down: %1</source>
        <translation>تم إبطاء جزء من النافذة: %1</translation>
    </message>
    <message>
        <source>You are in no workspace yet</source>
        <translation>لست في أي مساحة عمل بعد</translation>
    </message>
    <message>
        <source>An owner or admin can add you: give them %1.</source>
        <translation>يمكن لمالك أو مسؤول إضافتك: أعطه %1.</translation>
    </message>
    <message>
        <source>Offline since %1.</source>
        <translation>غير متصل منذ %1.</translation>
    </message>
    <message>
        <source>You no longer have access to %1.</source>
        <translation>لم تعد لديك صلاحية الوصول إلى %1.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>البحث في هذه الصفحة</translation>
    </message>
    <message>
        <source>Switch workspace</source>
        <translation>تبديل مساحة العمل</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>تقدّم</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>اللوحة التالية</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>اللوحة السابقة</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>خطوة إلى الوراء</translation>
    </message>
    <message>
        <source>Copy link to this place</source>
        <translation>نسخ رابط هذا الموضع</translation>
    </message>
    <message>
        <source>Copy id of the last request</source>
        <translation>نسخ معرّف آخر طلب</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>عرض كل المفاتيح</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>فاتح أو داكن</translation>
    </message>
    <message>
        <source>Comfortable or compact rows</source>
        <translation>صفوف مريحة أو متراصة</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>الحجم العادي</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Request id copied</source>
        <translation>نُسخ معرّف الطلب</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>مساحة العمل</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>This link cannot be read: it may have been cut off.</source>
        <translation>تتعذر قراءة هذا الرابط: ربما كان مقتطعًا.</translation>
    </message>
    <message>
        <source>This link is for the profile “%1”; this window is “%2”.</source>
        <translation>هذا الرابط للملف الشخصي «%1»؛ وهذه النافذة «%2».</translation>
    </message>
    <message>
        <source>This leads to a workspace that is not among yours. Ask one of its owners or admins.</source>
        <translation>يقود هذا إلى مساحة عمل ليست من مساحاتك. اسأل أحد مالكيها أو مسؤوليها.</translation>
    </message>
    <message>
        <source>This leads to a page that this version does not have.</source>
        <translation>يقود هذا إلى صفحة غير موجودة في هذا الإصدار.</translation>
    </message>
    <message>
        <source>Your role in %1 does not include the page %2.</source>
        <translation>دورك في %1 لا يشمل صفحة %2.</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>نُسخ الرابط</translation>
    </message>
    <message>
        <source>Offline since %1, showing what was read at %2. Reading goes on; changes wait, nothing is sent.</source>
        <translation>غير متصل منذ %1، ويُعرض ما قُرئ عند %2. تستمر القراءة؛ وتنتظر التغييرات، ولا يُرسل شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting.</source>
        <translation>
            <numerusform>%n تغيير بالانتظار.</numerusform>
            <numerusform>تغيير واحد بالانتظار.</numerusform>
            <numerusform>تغييران بالانتظار.</numerusform>
            <numerusform>%n تغييرات بالانتظار.</numerusform>
            <numerusform>%n تغييرًا بالانتظار.</numerusform>
            <numerusform>%n تغيير بالانتظار.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::MembersSettings</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأعضاء</translation>
    </message>
    <message>
        <source>Members people roles add remove</source>
        <translation>الأعضاء أشخاص أدوار إضافة إزالة</translation>
    </message>
    <message>
        <source>A workspace needs at least one owner: make somebody else an owner first.</source>
        <translation>تحتاج مساحة العمل إلى مالك واحد على الأقل: عيّن شخصًا آخر مالكًا أولًا.</translation>
    </message>
    <message>
        <source>Role of the chosen member</source>
        <translation>دور العضو المختار</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Chosen member:</source>
        <translation>العضو المختار:</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>إضافة شخص</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>كلمة المرور الأولى</translation>
    </message>
    <message>
        <source>Only needed for somebody who has no account on this server yet.</source>
        <translation>مطلوبة فقط لمن ليس لديه حساب على هذا الخادم بعد.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>إزالة %1؟</translation>
    </message>
    <message>
        <source>They lose access to %1 at once. Leads assigned to them keep the name.</source>
        <translation>تُسحب صلاحية الوصول إلى %1 فورًا. يبقى الاسم على العملاء المسندين.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>signalbox::NotificationSettings</name>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>إشعارات سطح المكتب</translation>
    </message>
    <message>
        <source>Figures only, without names or texts. Never while you look at the inbox, at most one each 30 s.</source>
        <translation>أرقام فقط، بلا أسماء أو نصوص. لا تظهر أبدًا وأنت تطالع البريد الوارد، وإشعار واحد كل 30 ث كحد أقصى.</translation>
    </message>
    <message>
        <source>New replies</source>
        <translation>ردود جديدة</translation>
    </message>
    <message>
        <source>Somebody wrote to the workspace.</source>
        <translation>كتب شخص إلى مساحة العمل.</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <translation>مسند إليك</translation>
    </message>
    <message>
        <source>A lead became yours.</source>
        <translation>أصبح أحد العملاء المحتملين لك.</translation>
    </message>
    <message>
        <source>New leads</source>
        <translation>عملاء محتملون جدد</translation>
    </message>
    <message>
        <source>A lead came in, before it wrote.</source>
        <translation>ورد عميل محتمل قبل أن يكتب.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>ساعات الهدوء</translation>
    </message>
    <message>
        <source>Nothing is shown, and nothing is made up for later.</source>
        <translation>لا يُعرض شيء، ولا يُعوَّض عنه لاحقًا.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>الهدوء من</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>الهدوء حتى</translation>
    </message>
    <message>
        <source>On</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>signalbox::Notifier</name>
    <message numerus="yes">
        <source>%n new reply(s)</source>
        <translation>
            <numerusform>%n رد جديد</numerusform>
            <numerusform>رد جديد واحد</numerusform>
            <numerusform>ردان جديدان</numerusform>
            <numerusform>%n ردود جديدة</numerusform>
            <numerusform>%n ردًا جديدًا</numerusform>
            <numerusform>%n رد جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) assigned to you</source>
        <translation>
            <numerusform>أُسند إليك %n عميل محتمل</numerusform>
            <numerusform>أُسند إليك عميل محتمل واحد</numerusform>
            <numerusform>أُسند إليك عميلان محتملان</numerusform>
            <numerusform>أُسند إليك %n عملاء محتملين</numerusform>
            <numerusform>أُسند إليك %n عميلًا محتملًا</numerusform>
            <numerusform>أُسند إليك %n عميل محتمل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new lead(s)</source>
        <translation>
            <numerusform>%n عميل محتمل جديد</numerusform>
            <numerusform>عميل محتمل جديد واحد</numerusform>
            <numerusform>عميلان محتملان جديدان</numerusform>
            <numerusform>%n عملاء محتملين جدد</numerusform>
            <numerusform>%n عميلًا محتملًا جديدًا</numerusform>
            <numerusform>%n عميل محتمل جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>signalbox::OverviewTab</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>Choose a longer period, or go back with [ to an earlier one.</source>
        <translation>اختر فترة أطول، أو عُد بالمفتاح ‎[‎ إلى فترة سابقة.</translation>
    </message>
    <message>
        <source>Activity per day</source>
        <translation>النشاط اليومي</translation>
    </message>
    <message>
        <source>Messages that leads sent (inbound) and that were sent to them (outbound) on each day of the workspace&apos;s time zone. Dotted: the period compared with. Dashed: a day that is not over.</source>
        <translation>الرسائل التي أرسلها العملاء المحتملون (الواردة) والتي أُرسلت إليهم (الصادرة) في كل يوم بحسب المنطقة الزمنية لمساحة العمل. المنقّط: فترة المقارنة. المتقطّع: يوم لم ينتهِ بعد.</translation>
    </message>
    <message>
        <source>Response sentiment</source>
        <translation>انطباع الردود</translation>
    </message>
    <message>
        <source>What the leads that answered in the period are classified as, as a share of all that answered.</source>
        <translation>تصنيف العملاء المحتملين الذين ردّوا في الفترة، كحصة من كل من ردّوا.</translation>
    </message>
    <message>
        <source>Messages by channel</source>
        <translation>الرسائل حسب القناة</translation>
    </message>
    <message>
        <source>Messages of the period, those we got and those we sent.</source>
        <translation>رسائل الفترة، ما تلقيناه منها وما أرسلناه.</translation>
    </message>
    <message>
        <source>Leads by status</source>
        <translation>العملاء المحتملون حسب الحالة</translation>
    </message>
    <message>
        <source>Where the leads that were created in the period stand now.</source>
        <translation>الحالة الراهنة للعملاء المحتملين الذين أُنشئوا في الفترة.</translation>
    </message>
    <message>
        <source>Setter response times</source>
        <translation>أوقات رد منسقي المواعيد</translation>
    </message>
    <message>
        <source>How long leads wait for the answer of each setter: mean time from a lead&apos;s message to the setter&apos;s next one on the same channel, in business hours (Monday to Friday, 9 to 17 in New York), at most 7 days apart.</source>
        <translation>كم ينتظر العملاء المحتملون رد كل منسق مواعيد: متوسط الوقت من رسالة العميل المحتمل إلى الرسالة التالية لمنسق المواعيد عبر القناة نفسها، في ساعات العمل (من الاثنين إلى الجمعة، من 9 إلى 17 بتوقيت نيويورك)، وبفارق 7 أيام على الأكثر.</translation>
    </message>
    <message>
        <source>SMS sub-clients</source>
        <translation>العملاء الفرعيون عبر SMS</translation>
    </message>
    <message>
        <source>Answers to SMS by the campaign the lead came from.</source>
        <translation>الردود على SMS حسب الحملة التي جاء منها العميل المحتمل.</translation>
    </message>
    <message>
        <source>Top clients</source>
        <translation>أبرز العملاء</translation>
    </message>
    <message>
        <source>The five workspaces with the most leads created.</source>
        <translation>مساحات العمل الخمس التي أُنشئ فيها أكبر عدد من العملاء المحتملين.</translation>
    </message>
    <message>
        <source>next 30 days</source>
        <translation>الـ 30 يومًا القادمة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>New leads</source>
        <translation>عملاء محتملون جدد</translation>
    </message>
    <message>
        <source>Leads created on the day.</source>
        <translation>العملاء المحتملون الذين أُنشئوا في ذلك اليوم.</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>الواردة</translation>
    </message>
    <message>
        <source>Messages from leads.</source>
        <translation>الرسائل من العملاء المحتملين.</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>الصادرة</translation>
    </message>
    <message>
        <source>Messages to leads.</source>
        <translation>الرسائل إلى العملاء المحتملين.</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>الاجتماعات</translation>
    </message>
    <message>
        <source>Meetings booked on the day.</source>
        <translation>الاجتماعات التي حُجزت في ذلك اليوم.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>المؤشر</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>سابقًا</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>المؤشرات الرئيسية</translation>
    </message>
    <message>
        <source>Could not be loaded.</source>
        <translation>تعذر التحميل.</translation>
    </message>
    <message>
        <source>No data in this period</source>
        <translation>لا توجد بيانات في هذه الفترة</translation>
    </message>
</context>
<context>
    <name>signalbox::Panel</name>
    <message>
        <source>Slow: cancel</source>
        <translation>بطيء: إلغاء</translation>
    </message>
    <message>
        <source>This takes longer than usual. Cancel it; what is shown stays.</source>
        <translation>يستغرق هذا وقتًا أطول من المعتاد. ألغِه؛ وسيبقى المعروض كما هو.</translation>
    </message>
    <message>
        <source>What can be done with this panel</source>
        <translation>ما يمكن فعله بهذه اللوحة</translation>
    </message>
    <message>
        <source>No data in this period</source>
        <translation>لا توجد بيانات في هذه الفترة</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>عمرها %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>قبل %1</translation>
    </message>
    <message>
        <source>Computed at %1</source>
        <translation>حُسبت عند %1</translation>
    </message>
</context>
<context>
    <name>signalbox::PanelTable</name>
    <message>
        <source>No data in this period</source>
        <translation>لا توجد بيانات في هذه الفترة</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>نسخ الصفوف</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>نسخ الجدول</translation>
    </message>
</context>
<context>
    <name>signalbox::ReadingTab</name>
    <message>
        <source>Copy table</source>
        <translation>نسخ الجدول</translation>
    </message>
    <message>
        <source>Save chart as PNG…</source>
        <translation>حفظ الرسم البياني بصيغة PNG…</translation>
    </message>
    <message>
        <source>Save chart as SVG…</source>
        <translation>حفظ الرسم البياني بصيغة SVG…</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>حفظ الرسم البياني</translation>
    </message>
    <message>
        <source>This part could not be loaded.</source>
        <translation>تعذر تحميل هذا الجزء.</translation>
    </message>
    <message>
        <source>No data in this period.</source>
        <translation>لا توجد بيانات في هذه الفترة.</translation>
    </message>
</context>
<context>
    <name>signalbox::ReplayStrip</name>
    <message>
        <source>Recording over time</source>
        <translation>التسجيل عبر الزمن</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Back to the newest events</source>
        <translation>العودة إلى أحدث الأحداث</translation>
    </message>
</context>
<context>
    <name>signalbox::ReplyDock</name>
    <message>
        <source>AI draft</source>
        <translation>مسودة آلية</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Your role can read here, but not write. An owner or admin can change that.</source>
        <translation>دورك يتيح القراءة هنا دون الكتابة. يمكن لمالك أو مسؤول تغيير ذلك.</translation>
    </message>
    <message>
        <source>This conversation is no longer in your inbox. Your text can still be copied.</source>
        <translation>لم تعد هذه المحادثة في بريدك الوارد. لا يزال بإمكانك نسخ نصك.</translation>
    </message>
    <message>
        <source>Offline: nothing is sent until the service answers again. Your text stays.</source>
        <translation>غير متصل: لا يُرسل شيء حتى تستجيب الخدمة من جديد. يبقى نصك كما هو.</translation>
    </message>
    <message>
        <source>The lead is blacklisted: nothing is sent there.</source>
        <translation>العميل المحتمل محظور: لا يُرسل إليه شيء.</translation>
    </message>
    <message>
        <source>The lead is on SMS do not disturb.</source>
        <translation>العميل المحتمل في وضع عدم الإزعاج عبر SMS.</translation>
    </message>
    <message>
        <source>The lead has no address for this channel.</source>
        <translation>ليس للعميل المحتمل عنوان لهذه القناة.</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>يكتب %1 الآن</translation>
    </message>
    <message>
        <source>%1 are writing</source>
        <translation>يكتبون الآن: %1</translation>
    </message>
    <message>
        <source>%1 is viewing</source>
        <translation>يشاهدها %1 الآن</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are viewing</source>
        <translation>
            <numerusform>يشاهدها الآن %1 و%n آخر</numerusform>
            <numerusform>يشاهدها الآن %1 وشخص آخر</numerusform>
            <numerusform>يشاهدها الآن %1 وشخصان آخران</numerusform>
            <numerusform>يشاهدها الآن %1 و%n أشخاص آخرين</numerusform>
            <numerusform>يشاهدها الآن %1 و%n شخصًا آخر</numerusform>
            <numerusform>يشاهدها الآن %1 و%n شخص آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>الإبقاء على تغييره</translation>
    </message>
    <message>
        <source>Set mine anyway</source>
        <translation>تطبيق تغييري رغم ذلك</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>الكتابة من جديد</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Waits for the service · To %1</source>
        <translation>بانتظار الخدمة · إلى %1</translation>
    </message>
    <message>
        <source>Leaving now · To %1</source>
        <translation>يُرسل الآن · إلى %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Leaves in %1 s · To %2</source>
        <translation>يُرسل بعد %1 ث · إلى %2</translation>
    </message>
    <message>
        <source>Being sent · To %1</source>
        <translation>جارٍ الإرسال · إلى %1</translation>
    </message>
    <message>
        <source>Sent · To %1</source>
        <translation>أُرسل · إلى %1</translation>
    </message>
    <message>
        <source>Not sent to %1: %2.</source>
        <translation>لم يُرسل إلى %1: %2.</translation>
    </message>
    <message>
        <source>Not sure whether this was sent to %1. Check before sending again.</source>
        <translation>ليس مؤكدًا أن هذا أُرسل إلى %1. تحقق قبل إرساله مجددًا.</translation>
    </message>
    <message>
        <source>Send it a second time?</source>
        <translation>إرساله مرة ثانية؟</translation>
    </message>
    <message>
        <source>It may have arrived. Look into the mailbox it was sent from, or ask the lead, before it is sent again.</source>
        <translation>ربما وصل. راجع صندوق البريد الذي أُرسل منه، أو اسأل العميل المحتمل، قبل إرساله مجددًا.</translation>
    </message>
</context>
<context>
    <name>signalbox::ResponseTimingTab</name>
    <message>
        <source>Median first response</source>
        <translation>وسيط الرد الأول</translation>
    </message>
    <message>
        <source>Half of the leads got their first answer within this time, by the clock, nights and weekends included.</source>
        <translation>تلقى نصف العملاء المحتملين الرد الأول عليهم خلال هذا الوقت، بحسب الساعة، بما في ذلك الليالي وعطلات نهاية الأسبوع.</translation>
    </message>
    <message>
        <source>90 % answered within</source>
        <translation>تم الرد على 90 % خلال</translation>
    </message>
    <message>
        <source>Nine of ten leads got their first answer within this time (p90); the last tenth waited longer.</source>
        <translation>تلقى تسعة من كل عشرة عملاء محتملين الرد الأول عليهم خلال هذا الوقت (p90)؛ وانتظر العُشر الأخير أطول.</translation>
    </message>
    <message>
        <source>Eligible leads</source>
        <translation>العملاء المحتملون المحتسبون</translation>
    </message>
    <message>
        <source>Answered leads whose outcome is known: they booked, or had time to and did not.</source>
        <translation>العملاء المحتملون الذين تم الرد عليهم ونتيجتهم معروفة: حجزوا، أو أُتيح لهم الوقت ولم يحجزوا.</translation>
    </message>
    <message>
        <source>Booking rate</source>
        <translation>معدل الحجز</translation>
    </message>
    <message>
        <source>Of the eligible leads, those that booked after the first answer. “—”: nobody&apos;s outcome is known yet.</source>
        <translation>من العملاء المحتملين المحتسبين، الذين حجزوا بعد الرد الأول. «—»: لا تُعرف نتيجة أحد بعد.</translation>
    </message>
    <message>
        <source>First response time</source>
        <translation>وقت الرد الأول</translation>
    </message>
    <message>
        <source>How often leads book, by how long they waited for the first answer. Each lead that wrote in the period counts once, for the earliest answer it got.</source>
        <translation>نسبة من يحجزون من العملاء المحتملين، حسب مدة انتظارهم الرد الأول. كل عميل محتمل كتب في الفترة يُحتسب مرة واحدة، لأبكر رد تلقاه.</translation>
    </message>
    <message>
        <source>No lead was answered. Other filters or a longer period may show some.</source>
        <translation>لم يتم الرد على أي عميل محتمل. قد تُظهر عوامل تصفية أخرى أو فترة أطول بعضهم.</translation>
    </message>
    <message>
        <source>AI chosen delay</source>
        <translation>التأخير الذي اختاره الذكاء الاصطناعي</translation>
    </message>
    <message>
        <source>How often leads book, by how long the AI chose to wait before it answered. Only first answers of the AI; delays outside 180 to 420 seconds are left out.</source>
        <translation>نسبة من يحجزون من العملاء المحتملين، حسب المدة التي اختار الذكاء الاصطناعي انتظارها قبل أن يرد. الردود الأولى للذكاء الاصطناعي فقط؛ وتُستثنى مدد التأخير خارج النطاق من 180 إلى 420 ثانية.</translation>
    </message>
    <message>
        <source>AI drift</source>
        <translation>انحراف الذكاء الاصطناعي</translation>
    </message>
    <message>
        <source>How often leads book, by how far from its planned time the AI&apos;s first answer really went out.</source>
        <translation>نسبة من يحجزون من العملاء المحتملين، حسب مدى ابتعاد الخروج الفعلي للرد الأول للذكاء الاصطناعي عن موعده المقرر.</translation>
    </message>
    <message>
        <source>The AI gave no first answer. Other filters may show some.</source>
        <translation>لم يقدّم الذكاء الاصطناعي أي رد أول. قد تُظهر عوامل تصفية أخرى بعضها.</translation>
    </message>
    <message>
        <source>Responders</source>
        <translation>المُجيبون</translation>
    </message>
    <message>
        <source>Who gave the first answer, and how often the lead booked. The channel counts here; the choice of a responder does not, so that all can be compared.</source>
        <translation>من قدّم الرد الأول، ونسبة من حجزوا من العملاء المحتملين. تُراعى القناة هنا؛ ولا يُراعى اختيار المُجيب، لتمكن مقارنة الجميع.</translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation>%1 قيد الانتظار</translation>
    </message>
    <message>
        <source>Booked divided by eligible leads of this responder.</source>
        <translation>الحجوزات مقسومة على العملاء المحتملين المحتسبين لهذا المُجيب.</translation>
    </message>
    <message>
        <source>%1 booked, %2 pending</source>
        <translation>الحجوزات %1، قيد الانتظار %2</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>الوسيط %1</translation>
    </message>
    <message>
        <source>p90 %1</source>
        <translation>p90 %1</translation>
    </message>
    <message>
        <source>Response timing</source>
        <translation>توقيت الرد</translation>
    </message>
</context>
<context>
    <name>signalbox::SavedViewsList</name>
    <message>
        <source>Saved views</source>
        <translation>طرق العرض المحفوظة</translation>
    </message>
    <message>
        <source>Keep the list as it is now under a name</source>
        <translation>حفظ القائمة كما هي الآن باسم</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>حفظ طريقة العرض هذه</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>اسم طريقة العرض</translation>
    </message>
    <message>
        <source>%1, shared with everybody here</source>
        <translation>%1، مشتركة مع الجميع هنا</translation>
    </message>
    <message>
        <source>Saved views: %1</source>
        <translation>طرق العرض المحفوظة: %1</translation>
    </message>
    <message>
        <source>Shared by somebody else</source>
        <translation>شاركها شخص آخر</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Keep the filters set now</source>
        <translation>حفظ عوامل التصفية الحالية فيها</translation>
    </message>
    <message>
        <source>Keep to myself</source>
        <translation>إبقاؤها لي وحدي</translation>
    </message>
    <message>
        <source>Share with everybody here</source>
        <translation>مشاركتها مع الجميع هنا</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Delete a shared view?</source>
        <translation>حذف طريقة عرض مشتركة؟</translation>
    </message>
    <message>
        <source>%1 goes away for everybody here.</source>
        <translation>تختفي %1 لدى الجميع هنا.</translation>
    </message>
</context>
<context>
    <name>signalbox::SettingsPage</name>
    <message>
        <source>No setting has these words.</source>
        <translation>لا يوجد إعداد بهذه الكلمات.</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>البحث عن إعداد</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>System follows what your desktop is set to, also while it changes.</source>
        <translation>يتبع خيار «النظام» إعداد سطح مكتبك، حتى عند تغيّره.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Compact shows half as many lines again.</source>
        <translation>الوضع المتراص يعرض صفوفًا أكثر بمقدار النصف.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>مريح</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>متراص</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Also with Ctrl and plus or minus.</source>
        <translation>وكذلك بالمفتاح Ctrl مع زائد أو ناقص.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>الحركة</translation>
    </message>
    <message>
        <source>Off: nothing fades, slides or tints.</source>
        <translation>عند الإيقاف: لا تلاشي ولا انزلاق ولا تلوين.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Changes at once, with dates, numbers and the direction of reading.</source>
        <translation>تتغير فورًا، مع التواريخ والأرقام واتجاه القراءة.</translation>
    </message>
    <message>
        <source>On start</source>
        <translation>عند البدء</translation>
    </message>
    <message>
        <source>Where to begin when the console is opened again.</source>
        <translation>من أين يبدأ العمل عند فتح وحدة التحكم مجددًا.</translation>
    </message>
    <message>
        <source>Where I left off</source>
        <translation>من حيث توقفت</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>الصفحة الأولى</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>في %1</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>الجلسة</translation>
    </message>
    <message>
        <source>Signing out ends it on the server too.</source>
        <translation>تسجيل الخروج ينهيها على الخادم أيضًا.</translation>
    </message>
    <message>
        <source>Names on the Live page</source>
        <translation>الأسماء في صفحة «مباشر»</translation>
    </message>
    <message>
        <source>Masked shows ids instead, for a screen that others see.</source>
        <translation>يعرض خيار «مخفية» المعرّفات بدلًا منها، لشاشة يراها آخرون.</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>ظاهرة</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>مخفية</translation>
    </message>
    <message>
        <source>After a reply</source>
        <translation>بعد الرد</translation>
    </message>
    <message>
        <source>Where to go when a conversation is answered, rejected or done.</source>
        <translation>إلى أين تنتقل بعد الرد على محادثة أو رفضها أو إنهائها.</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>المحادثة التالية</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>البقاء</translation>
    </message>
    <message>
        <source>List</source>
        <translation>القائمة</translation>
    </message>
</context>
<context>
    <name>signalbox::SettingsSection</name>
    <message>
        <source>Back to the default</source>
        <translation>العودة إلى الافتراضي</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>إعادة ضبط %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
</context>
<context>
    <name>signalbox::SignInView</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Your session has ended</source>
        <translation>انتهت جلستك</translation>
    </message>
    <message>
        <source>Sign in to Signalbox</source>
        <translation>تسجيل الدخول إلى Signalbox</translation>
    </message>
    <message>
        <source>Sign in again to go on where you were.</source>
        <translation>سجّل الدخول من جديد لتتابع من حيث كنت.</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>الخادم %1</translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>مفتاح Caps Lock مفعّل</translation>
    </message>
    <message>
        <source>&amp;Stay signed in on this computer</source>
        <translation>البقاء مسجلًا على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Email or password is wrong.</source>
        <translation>البريد الإلكتروني أو كلمة المرور غير صحيحة.</translation>
    </message>
    <message>
        <source>You are known here but have no role in any workspace. An owner or admin can give you one.</source>
        <translation>أنت معروف هنا لكن ليس لك دور في أي مساحة عمل. يمكن لمالك أو مسؤول منحك دورًا.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted, so your password was not sent.</source>
        <translation>شهادة %1 غير موثوقة، لذلك لم تُرسل كلمة مرورك.</translation>
    </message>
    <message>
        <source>%1 does not answer. Check the address and your connection.</source>
        <translation>لا يستجيب %1. تحقق من العنوان ومن اتصالك.</translation>
    </message>
</context>
<context>
    <name>signalbox::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
</context>
<context>
    <name>signalbox::StatePanel</name>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>غير متصل منذ %1</translation>
    </message>
    <message>
        <source>This was not loaded before the connection was lost.</source>
        <translation>لم يُحمَّل هذا قبل انقطاع الاتصال.</translation>
    </message>
    <message numerus="yes">
        <source>Retry (%n s)</source>
        <translation>
            <numerusform>إعادة المحاولة (%n ث)</numerusform>
            <numerusform>إعادة المحاولة (%n ث)</numerusform>
            <numerusform>إعادة المحاولة (%n ث)</numerusform>
            <numerusform>إعادة المحاولة (%n ث)</numerusform>
            <numerusform>إعادة المحاولة (%n ث)</numerusform>
            <numerusform>إعادة المحاولة (%n ث)</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>signalbox::StatusStrip</name>
    <message>
        <source>Request id copied</source>
        <translation>نُسخ معرّف الطلب</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>الطلب %1</translation>
    </message>
    <message>
        <source>Copy the id of the last request: %1</source>
        <translation>نسخ معرّف آخر طلب: %1</translation>
    </message>
    <message>
        <source>Copy the id of the last request</source>
        <translation>نسخ معرّف آخر طلب</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <translation>%1 عند %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n بالانتظار</numerusform>
            <numerusform>%n بالانتظار</numerusform>
            <numerusform>%n بالانتظار</numerusform>
            <numerusform>%n بالانتظار</numerusform>
            <numerusform>%n بالانتظار</numerusform>
            <numerusform>%n بالانتظار</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes of yours that wait until the service answers again</source>
        <translation>تغييراتك المنتظرة حتى تستجيب الخدمة من جديد</translation>
    </message>
</context>
<context>
    <name>signalbox::ThreadView</name>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Loading earlier messages…</source>
        <translation>جارٍ تحميل الرسائل السابقة…</translation>
    </message>
    <message>
        <source>Load earlier messages</source>
        <translation>تحميل الرسائل السابقة</translation>
    </message>
</context>
<context>
    <name>signalbox::TimingBar</name>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Leads whose first answered message came on this channel. Choosing SMS shows leads whose first answer was to an SMS, not every SMS.</source>
        <translation>العملاء المحتملون الذين وردت أول رسالة لهم تم الرد عليها عبر هذه القناة. اختيار SMS يعرض العملاء المحتملين الذين كان الرد الأول عليهم ردًا على رسالة SMS، لا كل رسائل SMS.</translation>
    </message>
    <message>
        <source>Responder</source>
        <translation>المُجيب</translation>
    </message>
    <message>
        <source>Who gave the lead its first answer. The number of leads with a known outcome stands behind the name.</source>
        <translation>من قدّم الرد الأول للعميل المحتمل. يظهر بعد الاسم عدد العملاء المحتملين المعروفة نتيجتهم.</translation>
    </message>
    <message>
        <source>Days after the answer in which a booking counts</source>
        <translation>عدد الأيام بعد الرد التي يُحتسب فيها الحجز</translation>
    </message>
    <message>
        <source>Attribution window: a meeting booked later than this after our first answer is not counted for it.</source>
        <translation>نافذة الاحتساب: الاجتماع الذي يُحجز بعد ردنا الأول بمدة أطول من هذه لا يُحتسب له.</translation>
    </message>
    <message>
        <source>Days a lead has before it counts as not booked</source>
        <translation>عدد الأيام المتاحة للعميل المحتمل قبل أن يُعدّ غير حاجز</translation>
    </message>
    <message>
        <source>Maturity: a lead answered less than this before the period&apos;s end that has not booked is pending, neither booked nor not booked.</source>
        <translation>النضج: العميل المحتمل الذي تم الرد عليه قبل نهاية الفترة بأقل من هذه المدة ولم يحجز هو قيد الانتظار، فلا يُعدّ حاجزًا ولا غير حاجز.</translation>
    </message>
    <message>
        <source>A booking counts up to</source>
        <translation>يُحتسب الحجز خلال</translation>
    </message>
    <message>
        <source>after the answer; a lead is pending for</source>
        <translation>بعد الرد؛ ويبقى العميل المحتمل قيد الانتظار لمدة</translation>
    </message>
    <message>
        <source>Another setter</source>
        <translation>منسق مواعيد آخر</translation>
    </message>
</context>
<context>
    <name>signalbox::TopBar</name>
    <message>
        <source>Workspace %1</source>
        <translation>مساحة العمل %1</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>مسجل الدخول باسم %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>تقدّم</translation>
    </message>
    <message>
        <source>Search or command…</source>
        <translation>بحث أو أمر…</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>بحث أو أمر</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>التطوير</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>ما قبل الإنتاج</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>الإنتاج</translation>
    </message>
</context>
<context>
    <name>signalbox::TriageDesk</name>
    <message>
        <source>Later today</source>
        <translation>لاحقًا اليوم</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>هذا المساء</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>الاثنين القادم</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>بعد أسبوع</translation>
    </message>
    <message>
        <source>That is in the past</source>
        <translation>هذا في الماضي</translation>
    </message>
    <message>
        <source>That is more than a year away</source>
        <translation>هذا بعد أكثر من سنة</translation>
    </message>
    <message>
        <source>Try: fri 14:30, in 3 days, 24 dec</source>
        <translation>جرّب: ‎fri 14:30‎ أو in 3 days أو ‎24 dec</translation>
    </message>
    <message>
        <source>End the snooze</source>
        <translation>إنهاء التأجيل</translation>
    </message>
    <message>
        <source>%1 (me)</source>
        <translation>%1 (أنا)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>Reading the people…</source>
        <translation>جارٍ قراءة الأشخاص…</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>إسناد إلى</translation>
    </message>
    <message>
        <source>Nobody has this in the name.</source>
        <translation>لا يوجد شخص يتضمن اسمه هذا.</translation>
    </message>
    <message>
        <source>fri 14:30, in 3 days, 24 dec</source>
        <translation>fri 14:30, in 3 days, 24 dec</translation>
    </message>
    <message>
        <source>Times of %1</source>
        <translation>بتوقيت %1</translation>
    </message>
    <message>
        <source>Set the status</source>
        <translation>تعيين الحالة</translation>
    </message>
    <message>
        <source>No status has this in its name.</source>
        <translation>لا توجد حالة يتضمن اسمها هذا.</translation>
    </message>
    <message>
        <source>Set the sentiment</source>
        <translation>تعيين الانطباع</translation>
    </message>
    <message>
        <source>No sentiment has this in its name.</source>
        <translation>لا يوجد انطباع يتضمن اسمه هذا.</translation>
    </message>
    <message>
        <source>A conversation that you cannot see</source>
        <translation>محادثة لا يمكنك رؤيتها</translation>
    </message>
    <message numerus="yes">
        <source>%n not changed</source>
        <translation>
            <numerusform>لم تُعدَّل %n</numerusform>
            <numerusform>لم تُعدَّل واحدة</numerusform>
            <numerusform>لم تُعدَّل اثنتان</numerusform>
            <numerusform>لم تُعدَّل %n</numerusform>
            <numerusform>لم تُعدَّل %n</numerusform>
            <numerusform>لم تُعدَّل %n</numerusform>
        </translation>
    </message>
    <message>
        <source>None has this in its name.</source>
        <translation>لا شيء يتضمن اسمه هذا.</translation>
    </message>
    <message>
        <source>Enter opens the conversation.</source>
        <translation>يفتح المفتاح Enter المحادثة.</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>ملاحظة داخلية</translation>
    </message>
    <message>
        <source>Approve the draft</source>
        <translation>اعتماد المسودة</translation>
    </message>
    <message>
        <source>Reject the draft</source>
        <translation>رفض المسودة</translation>
    </message>
    <message>
        <source>Send what is written</source>
        <translation>إرسال المكتوب</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>إسناد</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>تأجيل</translation>
    </message>
    <message>
        <source>Set status</source>
        <translation>تعيين الحالة</translation>
    </message>
    <message>
        <source>Set sentiment</source>
        <translation>تعيين الانطباع</translation>
    </message>
    <message>
        <source>Done: mark as read and go on</source>
        <translation>تم: تعليم كمقروءة والمواصلة</translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation>مقروءة أو غير مقروءة</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>حظر</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Tick all that match</source>
        <translation>تحديد كل المطابقة</translation>
    </message>
    <message numerus="yes">
        <source>For %n conversation(s)</source>
        <translation>
            <numerusform>لـ %n محادثة</numerusform>
            <numerusform>لمحادثة واحدة</numerusform>
            <numerusform>لمحادثتين</numerusform>
            <numerusform>لـ %n محادثات</numerusform>
            <numerusform>لـ %n محادثة</numerusform>
            <numerusform>لـ %n محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>لـ %1</translation>
    </message>
    <message>
        <source>Blacklist?</source>
        <translation>حظر؟</translation>
    </message>
    <message>
        <source>%1: nothing is sent there any more, and it no longer requires attention.</source>
        <translation>%1: لا يُرسل شيء بعد ذلك، ولا يعود الانتباه مطلوبًا.</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>عُدّلت %n</numerusform>
            <numerusform>عُدّلت واحدة</numerusform>
            <numerusform>عُدّلت اثنتان</numerusform>
            <numerusform>عُدّلت %n</numerusform>
            <numerusform>عُدّلت %n</numerusform>
            <numerusform>عُدّلت %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
</context>
<context>
    <name>signalbox::UndoBar</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>%1 leaves in %2 s</source>
        <translation>%1 · يُرسل بعد %2 ث</translation>
    </message>
    <message>
        <source>%1 in %2 s</source>
        <translation>%1 · بعد %2 ث</translation>
    </message>
    <message>
        <source>%1 · waits for the service</source>
        <translation>%1 · بانتظار الخدمة</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n تغيير آخر</numerusform>
            <numerusform>تغيير آخر</numerusform>
            <numerusform>تغييران آخران</numerusform>
            <numerusform>%n تغييرات أخرى</numerusform>
            <numerusform>%n تغييرًا آخر</numerusform>
            <numerusform>%n تغيير آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>signalbox::WorkflowsTab</name>
    <message>
        <source>Total booked</source>
        <translation>إجمالي الحجوزات</translation>
    </message>
    <message>
        <source>Leads whose meeting was booked in the period. Meetings cancelled later stay in.</source>
        <translation>العملاء المحتملون الذين حُجز اجتماعهم في الفترة. تبقى الاجتماعات الملغاة لاحقًا محتسبة.</translation>
    </message>
    <message>
        <source>Booked from initial</source>
        <translation>الحجوزات من الرسالة الأولى</translation>
    </message>
    <message>
        <source>Meetings no follow-up sequence had a part in: the lead booked before any sequence sent a step.</source>
        <translation>اجتماعات لم يكن لأي تسلسل متابعة دور فيها: حجز العميل المحتمل قبل أن يرسل أي تسلسل خطوة.</translation>
    </message>
    <message>
        <source>Booked from workflow</source>
        <translation>الحجوزات من مسار عمل</translation>
    </message>
    <message>
        <source>Meetings of leads that a follow-up sequence had already sent a step to when they booked.</source>
        <translation>اجتماعات العملاء المحتملين الذين كان تسلسل متابعة قد أرسل إليهم خطوة حين حجزوا.</translation>
    </message>
    <message>
        <source>Workflow share</source>
        <translation>حصة مسارات العمل</translation>
    </message>
    <message>
        <source>Booked from workflow divided by total booked. “—”: nothing was booked.</source>
        <translation>الحجوزات من مسار عمل مقسومة على إجمالي الحجوزات. «—»: لم يُحجز شيء.</translation>
    </message>
    <message>
        <source>Initial message or workflow</source>
        <translation>الرسالة الأولى أو مسار العمل</translation>
    </message>
    <message>
        <source>All meetings booked, divided by whether a follow-up sequence had sent the lead a step before.</source>
        <translation>كل الاجتماعات المحجوزة، مقسّمة حسب ما إذا كان تسلسل متابعة قد أرسل خطوة إلى العميل المحتمل من قبل.</translation>
    </message>
    <message>
        <source>Booked by sequence</source>
        <translation>الحجوزات حسب التسلسل</translation>
    </message>
    <message>
        <source>Meetings booked from a workflow, each counted once, for the sequence that brought it.</source>
        <translation>الاجتماعات المحجوزة عبر مسار عمل، يُحتسب كل منها مرة واحدة، للتسلسل الذي جلبه.</translation>
    </message>
    <message>
        <source>No lead that a follow-up sequence wrote to has booked. A longer period may show some.</source>
        <translation>لم يحجز أي عميل محتمل كتب إليه تسلسل متابعة. قد تُظهر فترة أطول بعضهم.</translation>
    </message>
    <message>
        <source>%1 from the initial message, %2 from a workflow</source>
        <translation>%1 من الرسالة الأولى، %2 من مسار عمل</translation>
    </message>
    <message>
        <source>%1 workflow</source>
        <translation>مسار العمل: %1</translation>
    </message>
    <message>
        <source>Initial message</source>
        <translation>الرسالة الأولى</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>مسار العمل</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>هذه الفترة</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>فترة المقارنة</translation>
    </message>
    <message>
        <source>Meetings booked</source>
        <translation>الاجتماعات المحجوزة</translation>
    </message>
</context>
<context>
    <name>signalbox::WorkspaceSwitcher</name>
    <message>
        <source>Workspaces</source>
        <translation>مساحات العمل</translation>
    </message>
    <message>
        <source>Find a workspace</source>
        <translation>البحث عن مساحة عمل</translation>
    </message>
    <message>
        <source>No workspace has this in its name.</source>
        <translation>لا توجد مساحة عمل يتضمن اسمها هذا.</translation>
    </message>
</context>
</TS>
