// Package pledgesim is the root of a library that simulates pledges on defence
// spending: in which year does a member of NATO reach what it promised, under
// which growth and which policy, and what does that cost? This package is
// documentation and the [Version]; the work is done in the packages below it.
//
//   - [github.com/pledgesim/pledgesim/scenario]: the inputs. What was published,
//     what is asked, how GDP grows, how governments respond.
//   - [github.com/pledgesim/pledgesim/scenario/nato]: facts. NATO's figures by
//     edition, agreed and announced pledges with their texts, groups of members.
//   - [github.com/pledgesim/pledgesim/scenario/imf]: facts. The IMF's forecasts of
//     growth, by vintage, as growth paths.
//   - [github.com/pledgesim/pledgesim/scenario/worldbank]: facts. Military spending
//     since 1960, on the World Bank's definition.
//   - [github.com/pledgesim/pledgesim/scenario/read]: files. Tables of figures in the
//     layouts of the World Bank, the IMF, SIPRI, NATO and others, as data sets.
//   - [github.com/pledgesim/pledgesim/projection]: the model. Runs scenarios; years,
//     pace, cost and gap as tables.
//   - [github.com/pledgesim/pledgesim/plotting]: figures of these results for a
//     report.
//
// Imports point one way: imf, worldbank and read use scenario, nato uses the first two,
// projection uses scenario, plotting uses projection. Only plotting draws, so that a
// program without charts does not carry a drawing library.
//
// # From a pledge to a chart
//
//	s := scenario.Scenario{
//		Name:     "2.5% by 2030",
//		Pledge:   scenario.Target{Share: 2.5 * scenario.Percent, By: 2030},
//		Growth:   scenario.Constant(1.5 * scenario.Percent),
//		Response: scenario.Ramp{},
//	}
//	r, err := projection.Run(nato.Latest(), s, projection.Options{})
//	...
//	f, err := plotting.YearReached(r)
//	...
//	err = f.Save("year-reached.png")
//
// # Vocabulary
//
// An edition is the state of the published figures on one day. NATO revises past
// years with every table, so that every figure, table and chart names its edition.
//
// A member is one country. Its share is defence spending over GDP, the quantity
// that is pledged; a data set of another pledge says what is pledged, and of what it
// is a share. The base year is the last year taken from published figures;
// the horizon is the last projected year.
//
// A pledge says what is asked of a member in a year: a target, which is a share,
// with or without a deadline. A guideline has no deadline.
//
// A growth path gives the growth of GDP. A response decides what a government
// spends, given what is asked of it: it may keep its share, go on at the present
// pace, close the gap by the deadline, follow a plan in money, and so on. A
// scenario is one pledge, one growth path and one response, with a name.
//
// A member reaches a target in the first projected year in which its share is
// not below it by more than half the last published digit. The gap is what is
// missing; the pace is how fast the share or spending rises, or would have to; a
// cost is always measured against a baseline that has a name.
//
// A draw is one way in which the economies and the follow-through of governments
// may turn out; a simulation has many. A chance is a share of draws, given with its
// Monte Carlo standard error. A year reached is censored: "after 2040" is a value.
// A sweep varies assumptions, which are none more likely than others.
//
// A backtest forecasts from what was known at the end of a past year, its origin, and
// compares with the outcome. A vintage is a forecast of growth, or a data set, as it
// stood on one day. A score says how good forecasts were; the smaller, the better.
//
// # Units
//
// Shares and rates are fractions: 2*scenario.Percent is 0.02. A number of per cent
// where a fraction is meant is an error, never a guess. Per cent appears only
// where people read: in tables, charts and messages, with its sign. Money is in
// the one unit that scenario.Dataset.Money names, as a rule million US dollars in
// constant prices, so that growth is real growth. Years are calendar years;
// members are ISO 3166 alpha-3 codes ("DEU").
//
// # What it is not
//
// A projection says what follows from its assumptions. It is not a forecast: the
// assumptions are the user's, which is why every result carries them. What can be
// estimated from the record, and how wrong it was, is in METHODS.md.
package pledgesim
