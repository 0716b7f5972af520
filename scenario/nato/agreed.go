package nato

import (
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// An Agreed is a pledge that the members of the alliance made together.
//
// Its Pledge is known from the year after it was agreed (Target.From): the
// first year whose budget could react to it.
type Agreed struct {
	Name         string          // place and year: "Wales 2014"
	Pledge       scenario.Pledge // what is asked, as a share of GDP
	Date         string          // of the summit, as precise as it was read: "2014-09-05" or "2006"
	Text         string          // the terms, in quotation marks where they are NATO's words
	Source       string          // where the terms were read
	SupersededBy string          // Name of the pledge that set new terms; empty for the last
	Clauses      []Clause        // the parts of a pledge that has several
}

// A Clause is one part of an agreed pledge.
type Clause struct {
	Name string // "halt any decline"
	Text string // in quotation marks where it is NATO's words

	// Of a clause that limits every budget, Bound puts the limit around a
	// response; nil for a clause that sets a target.
	Bound func(scenario.Response) scenario.Response
}

// Bound puts the limits of all clauses around a response: for [Wales2014],
// Bound(scenario.Trend{}) goes on at the present pace but cuts neither the
// share of GDP nor real spending. A pledge without such clauses gives the
// response back.
func (a Agreed) Bound(r scenario.Response) scenario.Response {
	for _, c := range a.Clauses {
		if c.Bound != nil {
			r = c.Bound(r)
		}
	}
	return r
}

// String gives name, date and pledge in words.
func (a Agreed) String() string { return a.Name + " (" + a.Date + "): " + a.pledge() }

func (a Agreed) pledge() string {
	if s, ok := a.Pledge.(interface{ String() string }); ok {
		return s.String()
	}
	return strings.TrimSpace(a.Text)
}

// AllAgreed lists the common pledges in order of date.
func AllAgreed() []Agreed { return []Agreed{Riga2006(), Wales2014(), Vilnius2023(), Hague2025()} }

// Riga2006 is the guideline of 2006: at least 2% of GDP, without a deadline.
func Riga2006() Agreed {
	return Agreed{
		Name:         "Riga 2006",
		Pledge:       scenario.Target{Share: 2 * scenario.Percent, From: 2007},
		Date:         "2006",
		Text:         "at least 2% of GDP, as a policy goal; no deadline",
		Source:       "Parliamentary Budget Officer of Canada",
		SupersededBy: "Wales 2014",
	}
}

// Wales2014 is the Defence Investment Pledge of the Wales summit. Its words are
// softer than its fame: members below 2% only "aim to move towards" it. Pledge
// is the usual strict reading, 2% of GDP by 2024; Clauses has the words, and
// Bound their two limits. A share that does not fall while GDP grows means that
// real spending grows as GDP does, so the second limit binds only in recessions.
func Wales2014() Agreed {
	return Agreed{
		Name:   "Wales 2014",
		Pledge: scenario.Target{Share: 2 * scenario.Percent, From: 2015, By: 2024},
		Date:   "2014-09-05",
		Text: `those at 2% "will aim to continue"; those below "will: halt any decline; aim to increase defence expenditure ` +
			`in real terms as GDP grows; and aim to move towards the 2% guideline within a decade"`,
		Source:       "text of the declaration as quoted, and Reuters",
		SupersededBy: "Vilnius 2023",
		Clauses: []Clause{
			{Name: "floor", Text: `"halt any decline"`, Bound: func(r scenario.Response) scenario.Response {
				return scenario.Floor{Response: r, Of: scenario.ShareFloor}
			}},
			{Name: "real growth", Text: `"aim to increase defence expenditure in real terms as GDP grows"`, Bound: func(r scenario.Response) scenario.Response {
				return scenario.Floor{Response: r, Of: scenario.SpendingFloor}
			}},
			{Name: "direction", Text: `"aim to move towards the 2% guideline within a decade"`},
		},
	}
}

// Vilnius2023 is the pledge of the Vilnius summit: at least 2% of GDP every
// year, at once. It states no deadline, so By is 0.
func Vilnius2023() Agreed {
	return Agreed{
		Name:         "Vilnius 2023",
		Pledge:       scenario.Target{Share: 2 * scenario.Percent, From: 2024},
		Date:         "2023-07-11",
		Text:         `"enduring commitment to invest at least 2%" of GDP annually; a floor, no deadline stated`,
		Source:       "communique as reported (nato.int, official_texts_217320)",
		SupersededBy: "The Hague 2025",
	}
}

// RutteDraft2025 is the draft that was discussed before the summit in The Hague:
// the same shares by 2032. It was never agreed and is not in [AllAgreed].
func RutteDraft2025() Agreed {
	return Agreed{
		Name:         "Rutte draft 2025",
		Pledge:       scenario.Target{Share: 3.5 * scenario.Percent, From: 2026, By: 2032},
		Date:         "2025-05",
		Text:         "3.5% core and 1.5% related spending by 2032; steps of 0.2 percentage points a year were discussed",
		Source:       "rd.nl",
		SupersededBy: "The Hague 2025",
	}
}

// Hague2025 is the pledge of the summit in The Hague: at least 3.5% of GDP on
// core defence by 2035, which is Pledge, and up to 1.5% on related spending,
// which is not defence spending and not modelled. The trajectory is to be
// reviewed in 2029.
func Hague2025() Agreed {
	return Agreed{
		Name:   "The Hague 2025",
		Pledge: scenario.Target{Share: 3.5 * scenario.Percent, From: 2026, By: 2035},
		Date:   "2025-06-25",
		Text: `"invest 5% of GDP annually on core defence requirements as well as defence- and security-related spending by 2035": ` +
			`at least 3.5% core, up to 1.5% related; annual plans with "a credible, incremental path"; reviewed in 2029`,
		Source: "full text in firstpost.com, pravda.com.ua, albania.news-pravda.com",
	}
}
