package scenario

import "github.com/pledgesim/pledgesim/scenario/internal/layout"

// fileShape is a file as it is laid out.
type fileShape struct {
	Schema, Title, Note, Source string

	Defaults  Scenario
	Scenarios []Scenario
}

// fileLayout says how scenarios stand in a file. Decode, Encode, Schema and Diff all
// go by it, and the kinds of its parts by the tables of filekinds.go.
func fileLayout() *layout.Layout {
	return &layout.Layout{
		Root: layout.Of[fileShape]("a scenario file", "Scenarios of pledges to spend a share of GDP, or of what the data set has in its place.",
			may("$schema", layout.Text{}, "where an editor finds this schema"),
			may("title", layout.Text{}, "title of the whole file"),
			may("note", layout.Text{}, "what holds for all scenarios"),
			may("source", layout.Text{}, "where the assumptions come from"),
			may("defaults", layout.Object{Model: layout.Of[Scenario]("the defaults", "What a scenario takes over if it leaves it out.", assumptions(may)...)},
				"what a scenario takes over if it leaves it out"),
			need("scenarios", layout.List{Of: scenarioForm()}, "a list of scenarios, one at least"),
		),
		Families: []layout.Family{
			{Name: "pledge", Noun: "a pledge", None: "nothing is asked", Kinds: append(pledgeKinds(), suppliedKind())},
			{Name: "growth", Noun: "a growth path", None: noPath, Kinds: append(growthKinds(), suppliedKind())},
			{Name: "response", Noun: "a response", None: noResponse, Kinds: append(responseKinds(), suppliedKind())},
		},
	}
}

func scenarioForm() layout.Object {
	name := need("name", layout.Text{}, "labels tables and charts; no other scenario of the file has it")
	return layout.Object{Model: layout.Of[Scenario]("a scenario", "One combination of pledge, growth and response.",
		append([]layout.Field{name}, assumptions(need)...)...)}
}

// assumptions are what stands in scenarios and their defaults. What a scenario needs
// the defaults may leave out.
func assumptions(needed func(key string, f layout.Form, doc string) layout.Field) []layout.Field {
	return []layout.Field{
		needed("pledge", layout.Part{Family: "pledge", Null: true}, "what is asked; null: nothing"),
		needed("growth", growthPart(), "how GDP grows"),
		may("response", layout.Part{Family: "response", Null: true}, "how governments react; null or left out: the present pace until the target is met"),
		may("note", layout.Text{}, "an assumption in one sentence"),
	}
}

// need makes a key that must be there, may one that can be left out.
func need(key string, f layout.Form, doc string) layout.Field {
	return layout.Field{Key: key, Form: f, Need: true, Doc: doc}
}

func may(key string, f layout.Form, doc string) layout.Field {
	return layout.Field{Key: key, Form: f, Doc: doc}
}

// The forms of values, with the bounds that Validate has for them.

func growthPart() layout.Form   { return layout.Part{Family: "growth"} }
func responsePart() layout.Form { return layout.Part{Family: "response"} }

func inPercent(bounds string) layout.Number {
	return layout.Number{In: "percent", Noun: "a number of per cent", Bounds: layout.Within(bounds, -2), Digits: percentText, Word: "%"}
}

func inPoints(bounds string) layout.Number {
	return layout.Number{In: "points", Noun: "a number of percentage points", Bounds: layout.Within(bounds, -2), Digits: percentText, Word: " percentage points"}
}

func inYears(bounds string) layout.Number {
	return layout.Number{In: "years", Noun: "a number of years", Whole: true, Bounds: layout.Within(bounds, 0), Digits: decimalText, Word: " years"}
}

func calendarYear(bounds string) layout.Number {
	return layout.Number{Noun: "a calendar year", Whole: true, Bounds: layout.Within(bounds, 0), Digits: decimalText}
}

func inMoney() layout.Number {
	return layout.Number{In: "money", Noun: "an amount of money", Bounds: layout.Within("[0, inf)", 0), Digits: decimalText}
}

func degreesOfFreedom() layout.Number {
	return layout.Number{In: "degrees_of_freedom", Noun: "a number of degrees of freedom", Bounds: layout.Within("(2, 1000]", 0), Digits: decimalText, Word: " degrees of freedom"}
}

func byMember(of layout.Form) layout.Form { return layout.Map{Of: of} }
