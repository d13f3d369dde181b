import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/mentions/dates.js'
import { tokenize } from '../../src/text/tokens.js'

function mentions(text: string, ref: string | null) {
  return findDates(text, tokenize(text, 0, text.length), 'en', ref)
}

/** What is said, and its EDTF. */
function dates(text: string, ref: string | null = '2025-05-06') {
  return mentions(text, ref).flatMap((m) => (m.type === 'date' ? [`${text.slice(m.start, m.end)} = ${m.edtf}`] : []))
}

/** First and last day (exclusive) of the only date. */
function days(text: string, ref: string | null = '2025-05-06') {
  const found = mentions(text, ref).filter((m) => m.type === 'date')
  expect(found).toHaveLength(1)
  return `${found[0]!.from}..${found[0]!.to}`
}

describe('dates that tell their year', () => {
  it.each([
    // days
    ['The ship sails on May 12, 2026 from Leith.', 'May 12, 2026 = 2026-05-12'],
    ['The ship sails on 12 May 2026.', '12 May 2026 = 2026-05-12'],
    ['It shut on the 6th of June, 2019.', '6th of June, 2019 = 2019-06-06'],
    ['It shut on June the sixth 2019.', 'June the sixth 2019 = 2019-06-06'],
    ['The vote of Tuesday, 20 May 2025', 'Tuesday, 20 May 2025 = 2025-05-20'],
    ['Dated 02/01/2024.', '02/01/2024 = 2024-02-01'],
    ['Dated 13/01/2024.', '13/01/2024 = 2024-01-13'],
    ['Dated 2024-12-31.', '2024-12-31 = 2024-12-31'],
    ['Dated 31-Dec-2024.', '31-Dec-2024 = 2024-12-31'],
    ['Dated Sept. 5, 2023.', 'Sept. 5, 2023 = 2023-09-05'],
    // months and years
    ['Trials began in March 2024.', 'March 2024 = 2024-03'],
    ['Trials began in March of 2024.', 'March of 2024 = 2024-03'],
    ["Trials began in June '98.", "June '98 = 1998-06"],
    ['The month of March 2024 was dry.', 'month of March 2024 = 2024-03'],
    ['It lost money in 2024.', '2024 = 2024'],
    ['It lost money in nineteen ninety-six.', 'nineteen ninety-six = 1996'],
    ['The 2008 crisis hit hard.', '2008 = 2008'],
    ['Its 2024 results please nobody.', '2024 = 2024'],
    ['It expects 2024 revenue to grow.', '2024 = 2024'],
    ['It was 7 million in the 1986 first quarter.', '1986 first quarter = 1986-33'],
    ['It was 7 million in the previous quarter ended June 2024.', 'quarter ended June 2024 = 2024-04/2024-06'],
    ['It was 7 million in its third quarter ended May 31, 2024.', 'quarter ended May 31, 2024 = 2024-03/2024-05'],
    ['It said 2024 sales were flat.', '2024 = 2024'],
    ['Sales (2019) were flat.', '2019 = 2019'],
    ['The years 2021, 2022 and 2023 were flat.', '2021 = 2021', '2022 = 2022', '2023 = 2023'],
    ['In fiscal 2024 it lost money.', 'fiscal 2024 = 2024'],
    ['In the year 2024 it lost money.', 'year 2024 = 2024'],
    ['FY25 looks better.', 'FY25 = 2025'],
    ['The 2024/25 season opens.', '2024/25 = 2024/2025'],
    // parts of years and months
    ['A second line opens in early 2026.', 'early 2026 = 2026-37'],
    ['A third is due in mid-2027.', 'mid-2027 = 2027-38'],
    ['It ends in late 2028.', 'late 2028 = 2028-39'],
    ['It ends at the end of 2028.', 'end of 2028 = 2028-39'],
    ['Work ends in late March 2026.', 'late March 2026 = 2026-03'],
    ['It was full at year-end 2024.', 'year-end 2024 = 2024-39'],
    // quarters, halves, seasons
    ['A pilot is due in the second half of 2026.', 'second half of 2026 = 2026-41'],
    ['Margins fell in the third quarter of 2024.', 'third quarter of 2024 = 2024-35'],
    ['Its first-half 2024 profit fell.', 'first-half 2024 = 2024-40'],
    ['Margins fell in the final quarter of 2024.', 'final quarter of 2024 = 2024-36'],
    ['Its third-quarter 2024 margin fell.', 'third-quarter 2024 = 2024-35'],
    ['Orders doubled in Q1 2025.', 'Q1 2025 = 2025-33'],
    ['Orders doubled in 2025 Q1.', '2025 Q1 = 2025-33'],
    ['3Q24 was weak and H1 2025 was not.', '3Q24 = 2024-35', 'H1 2025 = 2025-40'],
    ['The van goes on sale in the summer of 2026.', 'summer of 2026 = 2026-22'],
    ['The van goes on sale in fall 2026.', 'fall 2026 = 2026-23'],
    ['It was mild in the winter of 2024/25.', 'winter of 2024/25 = 2024-24'],
    // decades and centuries
    ['In the 1990s the firm made radios.', '1990s = 199X'],
    ['In the early 1990s the firm made radios.', 'early 1990s = 199X'],
    ["It was big in the '80s.", '80s = 198X'],
    ['A mill of the 19th century', '19th century = 18XX'],
    // places in a longer period
    ['The last Friday of May 2026', 'last Friday of May 2026 = 2026-05-29'],
    ['The second week of May 2026', 'second week of May 2026 = 2026-05-11/2026-05-17'],
    ['Profit for the first nine months of 2024 rose.', 'first nine months of 2024 = 2024-01/2024-09'],
    ['Profit for the last three months of 2024 rose.', 'last three months of 2024 = 2024-10/2024-12'],
    // feasts
    ['Black Friday 2024 broke records.', 'Black Friday 2024 = 2024-11-29'],
    ['Shops shut on Easter Monday 2025.', 'Easter Monday 2025 = 2025-04-21'],
    ['Sales at Diwali 2024 were strong.', 'Diwali 2024 = 2024-10-31'],
    ['Shops shut for Thanksgiving 2025.', 'Thanksgiving 2025 = 2025-11-27'],
    ['Plants shut for Chinese New Year 2025.', 'Chinese New Year 2025 = 2025-01-29'],
    ['Sales dipped in Ramadan 2024.', 'Ramadan 2024 = 2024-03-11/2024-04-09'],
    ['It shut for Passover 2024.', 'Passover 2024 = 2024-04-22/2024-04-30'],
  ])('%s', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
    // a year that is told needs no reference
    expect(dates(text, null)).toEqual(expected)
  })
})

describe('limits', () => {
  it.each([
    ['Half the fleet will be electric by 2030.', 'by 2030 = ../2030'],
    ['Ten depots open by the end of 2026.', 'by the end of 2026 = ../2026'],
    ['Ten depots open by early 2026.', 'by early 2026 = ../2026-37'],
    ['Ten depots open by Friday.', 'by Friday = ../2025-05-09'],
    ['Pay no later than 3 June 2026.', 'no later than 3 June 2026 = ../2026-06-03'],
    ['No truck will be built before 2030.', 'before 2030 = ../2030'],
    ['The lease runs until 2031.', 'until 2031 = ../2031'],
    ['The tax applies from January 2026.', 'from January 2026 = 2026-01/..'],
    ['Starting in 2026, all pay.', 'Starting in 2026 = 2026/..'],
    ['The mine has worked since 1998.', 'since 1998 = 1998/..'],
    ['It has paid since the start of 2024.', 'since the start of 2024 = 2024/..'],
    ['None was sold after 2019.', 'after 2019 = 2020/..'],
    ['None was sold after May 2019.', 'after May 2019 = 2019-06/..'],
    ['It pays from 2027 onwards.', 'from 2027 = 2027/..'],
    ['It serves cars of 2019 and later.', '2019 and later = 2019/..'],
    ['Cars of 2019 or later are safe.', '2019 or later = 2019/..'],
    ['It opened in 1969 and later moved.', '1969 = 1969'],
    ['It spends more between now and 2027.', 'between now and 2027 = ../2027'],
  ])('%s', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it('a date that something is compared with begins nothing', () => {
    expect(dates('Up 12% from 2023, output set a record.')).toEqual(['2023 = 2023'])
    expect(dates('Profit rose from 2023.')).toEqual(['2023 = 2023'])
  })

  it('a date in the possessive belongs to what it stands before', () => {
    expect(dates("After last month's deal, shares rose.")).toEqual(['last month = 2025-04'])
  })

  it('"between now and" begins with the reference date', () => {
    expect(days('It spends more between now and 2027.')).toBe('2025-05-06..2028-01-01')
    expect(days('It spends more by 2027.')).toBe('null..2028-01-01')
  })
})

describe('ranges', () => {
  it.each([
    ['Output doubled between 2021 and 2024.', 'between 2021 and 2024 = 2021/2024'],
    [
      'Output rose from two thousand eleven to two thousand sixteen.',
      'from two thousand eleven to two thousand sixteen = 2011/2016',
    ],
    [
      'It ran between nineteen ninety-one and two thousand and six.',
      'between nineteen ninety-one and two thousand and six = 1991/2006',
    ],
    ['From 2019 to 2023 the firm shrank.', 'From 2019 to 2023 = 2019/2023'],
    ['The 2024-2026 plan names ten sites.', '2024-2026 = 2024/2026'],
    ['It ran from March to June 2024.', 'from March to June 2024 = 2024-03/2024-06'],
    ['It ran from Nov. to Feb. 2024.', 'from Nov. to Feb. 2024 = 2023-11/2024-02'],
    ['The fair of 13-15 May 2026', '13-15 May 2026 = 2026-05-13/2026-05-15'],
    ['The fair of May 13 to 15, 2026', 'May 13 to 15, 2026 = 2026-05-13/2026-05-15'],
    ['It ran between 28 February and 2 March 2024.', 'between 28 February and 2 March 2024 = 2024-02-28/2024-03-02'],
    ['Net loss for the year to March 2025 was small.', 'year to March 2025 = 2024-04/2025-03'],
    ['Costs of the year ended 30 September 2024', 'year ended 30 September 2024 = 2023-10/2024-09'],
    ['Turnover for the twelve months to June 2024 grew.', 'to June 2024 = 2023-07/2024-06'],
    ['Turnover for the six months ended 15 June 2024', 'ended 15 June 2024 = 2023-12-16/2024-06-15'],
    ['Rent for January-March 2024', 'January-March 2024 = 2024-01/2024-03'],
    ['Rent for the half-year to June 2024', 'to June 2024 = 2024-01/2024-06'],
    ['Rent for the 12 months to end-March 2024', 'to end-March 2024 = 2023-04/2024-03'],
    ['A plan from mid-2025 to late 2026', 'from mid-2025 to late 2026 = 2025-38/2026-39'],
  ])('%s', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it.each([
    // a date that moves is two dates
    ['The launch was put off from March 2025 to June 2025.', 'March 2025 = 2025-03', 'June 2025 = 2025-06'],
    ['The plant, delayed from 2024 to 2026, is ready.', '2024 = 2024', '2026 = 2026'],
    // a habit is none
    ['It is open Monday to Friday.'],
    ['It sold its stake in 2021 and 2023.', '2021 = 2021', '2023 = 2023'],
  ])('%s is no range', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
  })
})

describe('relative dates, on Tuesday 6 May 2025', () => {
  it.each([
    ['It ships today.', 'today = 2025-05-06'],
    ['Yesterday the board denied it.', 'Yesterday = 2025-05-05'],
    ['The part ships tomorrow.', 'tomorrow = 2025-05-07'],
    ['It shipped the day before yesterday.', 'day before yesterday = 2025-05-04'],
    ['Last month the group sold a unit.', 'Last month = 2025-04'],
    ['A workshop opens next month.', 'next month = 2025-06'],
    ['Sales slid last year.', 'last year = 2024'],
    ['It will hire more this year.', 'this year = 2025'],
    ['A workshop opens next year.', 'next year = 2026'],
    ['Sales slid last quarter.', 'last quarter = 2025-33'],
    ['It rose in Q4 of last year.', 'Q4 of last year = 2024-36'],
    ['The second half of June will be quiet.', 'second half of June = 2025-06-15/2025-06-30'],
    ['It opened the week before last.', 'week before last = 2025-04-21/2025-04-27'],
    ['It opened the month before last.', 'month before last = 2025-03'],
    ['It opened the Friday before last.', 'Friday before last = 2025-04-25'],
    ['The firm was founded exactly one year ago.', 'one year ago = 2024'],
    ['It opens next week.', 'next week = 2025-05-12/2025-05-18'],
    ['It opens the week after next.', 'week after next = 2025-05-19/2025-05-25'],
    ['Over the past two years it grew.', 'past two years = 2023/2024'],
    ['Over the next three months it will grow.', 'next three months = 2025-06/2025-08'],
    ['In the past decade it grew.', 'past decade = 201X'],
    ['The firm was founded two years ago.', 'two years ago = 2023'],
    ['It moved three months ago.', 'three months ago = 2025-02'],
    ['It moved ten days ago.', 'ten days ago = 2025-04-26'],
    ['It will launch in two months.', 'in two months = 2025-07'],
    ['It opens three weeks from now.', 'three weeks from now = 2025-05-27'],
    ['It opened a depot earlier this year.', 'earlier this year = 2025'],
    ['Another follows later this year.', 'later this year = 2025'],
    ['It ended late last year.', 'late last year = 2024-39'],
    ['Ten depots open by the end of the year.', 'by the end of the year = ../2025'],
    ['The plant opens next spring.', 'next spring = 2026-21'],
    ['The plant opened last autumn.', 'last autumn = 2024-23'],
    ['It signed last Friday.', 'last Friday = 2025-05-02'],
    ['It will sign next Friday.', 'next Friday = 2025-05-16'],
    ['It will sign this coming Friday.', 'this coming Friday = 2025-05-09'],
    ['It will sign on Tuesday of next week.', 'Tuesday of next week = 2025-05-13'],
    ['It signed last March.', 'last March = 2025-03'],
    ['It will sign on the 20th of next month.', '20th of next month = 2025-06-20'],
    ['It reopens two weeks after 3 June.', 'two weeks after 3 June = 2025-06-17'],
    ['The year-end party is on.', 'year-end = 2025-39'],
  ])('%s', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it.each([
    'Last month the group sold a unit.',
    'The firm was founded two years ago.',
    'It said so on Friday.',
    'Yesterday the board denied it.',
    'Sales slid in the past decade.',
  ])('%s is unknown without a reference', (text) => {
    const found = mentions(text, null).filter((m) => m.type === 'date')
    expect(found).toMatchObject([{ edtf: null, from: null, to: null }])
  })

  it('takes a quarter with a hyphen for that of the noun behind it, in the tense of its own verb', () => {
    expect(dates('Velmora raised its forecast after second-quarter sales jumped.')).toEqual([
      'second-quarter = 2025-34',
    ])
    expect(dates('Velmora sold out after the fourth quarter.')).toEqual(['after the fourth quarter = 2025-01/..'])
  })
  it('what is told without its year and reference keeps what is told', () => {
    expect(dates('It will open in April.', null)).toEqual(['April = XXXX-04'])
    expect(dates('It opened on 8 December.', null)).toEqual(['8 December = XXXX-12-08'])
    expect(dates('It earned more in the third quarter.', null)).toEqual(['third quarter = XXXX-35'])
    expect(dates('It earned more in the June quarter.', null)).toEqual(['June quarter = XXXX-34'])
    expect(dates('It went from four shops in 2022 to 16.', null)).toEqual(['2022 = 2022'])
    expect(dates('Its Q3 revenue rose.', null)).toEqual(['Q3 = XXXX-35'])
    expect(dates('The Audi Q3 handles well.', null)).toEqual([])
    expect(dates('It opened last spring.', null)).toEqual(['last spring = XXXX-21'])
    expect(dates('It opened between July and September.', null)).toEqual([
      'between July and September = XXXX-07/XXXX-09',
    ])
    expect(dates('It opens by the end of April.', null)).toEqual(['by the end of April = ../XXXX-04'])
    expect(dates('It has been open since August.', null)).toEqual(['since August = XXXX-08/..'])
    expect(dates('Profit of the three months to December', null)).toEqual(['to December = XXXX-10/XXXX-12'])
  })

  it('"a year earlier" and "the following year" count from the date told before', () => {
    expect(dates('In 2024 it sold 90 buses, up from 70 a year earlier.')).toEqual([
      '2024 = 2024',
      'a year earlier = 2023',
    ])
    expect(dates('Buses sold well in 2021 and better the following year.')).toEqual([
      '2021 = 2021',
      'following year = 2022',
    ])
    expect(dates('In the first quarter it sold more than in the year before.')).toEqual([
      'first quarter = 2025-33',
      'year before = 2024-33',
    ])
    expect(dates('Sales were higher than a year earlier.')).toEqual(['a year earlier = null'])
  })
})

describe('days reckoned', () => {
  it.each([
    ['It reopened late last Easter.', '2025-04-20..2025-04-21'],
    ['It starts in early March 2026.', '2026-03-01..2026-03-11'],
    ['It starts in mid-March 2026.', '2026-03-10..2026-03-21'],
    ['It starts in late March 2026.', '2026-03-21..2026-04-01'],
    ['It opens later this year.', '2025-07-01..2026-01-01'],
    ['It moved three months ago.', '2025-02-06..2025-02-07'],
    ['It opens this weekend.', '2025-05-10..2025-05-12'],
    ['In the early 1990s it made radios.', '1990-01-01..1994-01-01'],
  ])('%s', (text, expected) => {
    expect(days(text)).toBe(expected)
  })

  it('what is stated is kept apart from what is inferred', () => {
    const parts = (text: string) => mentions(text, '2025-05-06').map((m) => (m.type === 'date' ? m.stated : []))
    expect(parts('It opened on 12 May 2024.')).toEqual([['year', 'month', 'day']])
    expect(parts('It opens on Tuesday 20 May.')).toEqual([['month', 'day', 'weekday']])
    expect(parts('It opens in June.')).toEqual([['month']])
    expect(parts('It opens next year.')).toEqual([['relative']])
    expect(parts('It opens by late 2027.')).toEqual([['year', 'third']])
    expect(parts('It opens in the third quarter.')).toEqual([['quarter']])
    expect(parts('It opens in the summer of 2026.')).toEqual([['year', 'season']])
  })
})
