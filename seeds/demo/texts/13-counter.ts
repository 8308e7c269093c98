import type { ItemTexts } from './sentence';

/** 13 便民代办；1303 的原话是英文。 */
export const counterTexts: readonly ItemTexts[] = [
  {
    item: '1301',
    topics: [
      {
        key: 'certificate',
        spoken: [
          '开居住证明|孩子转学要居住证明，学校催得急，我上班走不开，能不能社区帮着代办，材料我拍照。',
          '社保卡丢了|老爹社保卡丢了，下周要取药，补卡得本人去吗，他腿脚不好，能代办吗。',
          '退休认证做不了|俺那个养老金认证，手机对着脸晃半天说光线不好，能不能来人给弄弄。',
        ],
        chat: [
          '亲属关系证明咋开|办继承要亲属关系证明，社区给开吗？要带什么',
          '老年证能代办吗|老年证能代办不，我妈六十五了想坐车',
          '居住证到期|居住证到期了在哪续，必须本人跑一趟吗',
        ],
        clerk: [
          '代办居住证明|来访反映：子女入学需居住证明，委托代办，材料齐全。',
          '代办社保卡补领|来电反映：老人社保卡遗失，申请代办补领。',
          '代办老年优待证|来访反映：年满六十五周岁，委托代办老年优待证。',
        ],
        done: [
          '材料核对无误，当日代办完成，回执已交本人。',
          '社保卡 居住证 居住证明|线上提交并受理，七天内取件，受理回执号短信告知。',
          '认证 老年 优待证|上门采集照片后代办，证件已送到家。',
        ],
      },
    ],
  },
  {
    item: '1302',
    topics: [
      {
        key: 'medical',
        spoken: [
          '异地医保怎么报|我在外地住的院，发票都在，回来怎么报销，听说要先备案，没备案还能报不。',
          '慢性病本怎么办|俺高血压好几年了，人家都有慢性病本报得多，咋办，找谁申请。',
          '医保断缴了|换工作医保断了两个月，能补吗，补了之前那次看病算不算。',
        ],
        chat: [
          '门诊能报多少|居民医保门诊一年能报多少，社区卫生站算不算？',
          '新生儿医保|宝宝刚满月，医保怎么上，要户口先下来吗',
        ],
        clerk: [
          '医保政策咨询|来访反映：咨询异地就医备案及报销流程。',
          '慢病待遇咨询|来电反映：咨询门诊慢性病申请条件和材料。',
        ],
        done: ['已当面讲明备案途径和材料，协助线上办理，正文与依据一并答复。', '答复申请条件与流程，发放一次告知单。'],
        proof: [
          '异地 外地 报销|答复：出院后可补办备案并按规定比例报销，材料为发票、清单、出院小结；依据市医保经办指南。',
          '答复：办理途径、材料和比例已逐条列明；依据市医保经办指南。',
          '慢|答复：符合病种并经定点医院鉴定后办理，次月起享受；依据门诊慢特病管理办法。',
        ],
      },
      {
        key: 'pension',
        spoken: [
          '养老金咋算的|我灵活就业交了十三年，还差两年，补交划算还是继续交，想请人给算算。',
          '高龄补贴多大岁数有|俺八十了，隔壁说有高龄补贴，是自己申请还是自动给。',
        ],
        chat: [
          '独生子女费|退休了独生子女的钱还发不发，去哪领',
          '社保停了怎么续|辞职以后社保自己交要去哪办，微信能办吗',
        ],
        clerk: [
          '养老保险咨询|来访反映：灵活就业缴费年限不足，咨询补缴政策。',
          '高龄津贴咨询|来电反映：八十周岁老人咨询高龄津贴申领。',
        ],
        done: [
          '按政策逐条解释并留下书面答复，附经办窗口地址与时间。',
          '缴费 养老 社保|已协助查询缴费年限，列出两种方案供本人选择。',
        ],
        proof: [
          '年限 交了十三年|答复：年限不足可按规定延缴，不得一次性趸缴；依据企业职工养老保险现行规定。',
          '答复：办理渠道和所需材料已逐条说明；依据社会保险经办规程。',
          '高龄 八十|答复：本市年满八十周岁可申领，次月发放；依据高龄津贴发放办法。',
        ],
      },
      {
        key: 'housing',
        spoken: [
          '公租房还能申请不|我们两口子工资不高，房租一年涨两回，公租房还能申请吗，要啥条件。',
          '户口迁进来要啥|儿子结婚想把媳妇户口迁过来，要房产证还是结婚证，先去哪个窗口。',
        ],
        chat: [
          '公积金租房提取|租房能提公积金吗，一个月多少，材料麻烦不',
          '孩子上学学区|租房子的孩子按什么划片，每年什么时候登记',
        ],
        clerk: [
          '住房保障咨询|来访反映：咨询公租房申请条件及排队情况。',
          '户籍政策咨询|来电反映：咨询夫妻投靠落户材料。',
        ],
        done: ['讲明条件、材料与办理时间，发放办事指南，正文存档。', '已将政策摘要打印交给本人并标出所缺材料。'],
        proof: [
          '公租房|答复：收入与住房面积均符合的可申请，审核公示后轮候；依据公租房实施办法。',
          '答复：条件、材料和窗口时间已逐条列明；依据现行办事指南。',
          '户口 落户|答复：提供结婚证、房屋权属证明及同意书即可受理；依据户籍管理办事指南。',
        ],
      },
    ],
    explained: ['政策已逐条解释，正文与依据附后，诉求人表示清楚。'],
  },
  {
    item: '1303',
    topics: [
      {
        key: 'foreign',
        cells: ['006'],
        spoken: [
          'Residence registration after moving|Hi, I moved from another flat in the same building last week. Do I have to register my new address with the police again, and can you tell me which papers to bring? My Chinese is not good enough to ask at the counter.',
          'Letter for my work permit|My employer needs a letter saying I live in Quarter D for the renewal of my work permit. Could the community office write it in Chinese and English?',
          'Which bin for batteries|The new bins have only Chinese labels. Where do I put old batteries and medicine? A small English sheet on the board would help all of us.',
          'Water meter message|I received a paper on my door about the water meter with a stamp on it. I do not understand whether I owe money or whether someone wants to come in. Can somebody explain it to me?',
          'Doctor visit, need a translator|I have an appointment for my son at the health station on Thursday morning. Could a volunteer who speaks some English come along for half an hour?',
        ],
        chat: [
          'Can guests park here|Hello, my parents are visiting for two weeks with a rental car. Where can they park and does it cost anything? Thanks a lot',
        ],
        clerk: [
          '外籍人士住宿登记|来访反映：外籍住户搬家后需重新办理住宿登记，请协助双语说明。',
          '外籍人士开具证明|来访反映：外籍住户需中英文居住证明一份，请协助办理。',
        ],
        done: [
          'register address 住宿登记|已用中英文说明所需材料，陪同到派出所完成登记，双语记录存档。',
          'Explained in English and Chinese, the questions are settled. 已用中英文逐条说明。',
          'letter permit 证明|出具中英文证明一份，当面核对护照信息后领取。',
          'paper|用英文逐条解释通知内容，并留下双语联系卡。',
        ],
        proof: [
          'register 住宿登记|Bilingual record: papers explained in English, registration done the same day. 双语记录：已说明材料并陪同办理。',
          'Bilingual record: question answered in English, contact card handed over. 双语记录：已用英文答复并留联系卡。',
          'letter permit 证明|Bilingual record: letter issued in Chinese and English, passport number checked. 双语记录：证明已领取。',
        ],
      },
    ],
  },
  {
    item: '1304',
    topics: [
      {
        key: 'register',
        spoken: [
          '租客要办登记|我把房子租给一家四口，房东是不是要去登记，网上能办吗，别回头罚我。',
          '刚搬来办居住登记|我们上个月刚搬来租房住，孩子要上幼儿园，听说得先办居住登记。',
        ],
        chat: [
          '暂住登记在哪办|新租户要去哪登记？网格员上门还是去派出所',
          '租房合同要备案吗|租房合同网签备案和暂住登记是一回事吗',
        ],
        clerk: [
          '流动人口登记|来访反映：新租入{building}，家庭四口，申请居住登记。',
          '出租房屋登记|来电反映：房东申报出租，请上门登记租户信息。',
        ],
        patrol: ['新入住未登记|巡查发现：{building}新入住租户一户尚未登记，需上门采集。'],
        done: [
          '租客 新租 登记|上门采集信息，登记回执交租户，房东同时签收告知书。',
          '已协助线上申报，三天内可领居住证，回执号已告知。',
        ],
      },
    ],
  },
];
