package scenario

import "github.com/pledgesim/pledgesim/scenario/internal/layout"

// The kinds of pledge, growth path and response in scenario files, a table for each.
// A key is the name of the Go field with the unit of its numbers behind it. A key that
// may be left out stands for the zero value.

func pledgeKinds() []layout.Model {
	target := []layout.Field{
		need("share_percent", inPercent("(0, 25]"), "share of GDP that is asked, in per cent"),
		may("from", calendarYear("[0, 9999]"), "calendar year from which it is known; left out: always"),
		may("by", calendarYear("[0, 9999]"), "calendar year by which it must be met; left out: no deadline"),
	}
	step := layout.Of[Target]("a step", "One of several targets.", target...)
	return []layout.Model{
		layout.Kind[Target]("target", "A share of GDP, with or without a deadline.", target...),
		layout.Kind[Steps]("steps", "Targets in order of deadline, each in force until its own.",
			need("steps", layout.List{Of: layout.Object{Model: step}}, "the targets in order of deadline")),
		layout.Kind[Except]("except", "Some members have other terms than everyone else.",
			may("pledge", layout.Part{Family: "pledge"}, "the terms of everyone else; left out: nothing is asked of them"),
			may("terms", byMember(layout.Part{Family: "pledge", Null: true}), "the terms of some members, by code; null exempts a member")),
	}
}

func growthKinds() []layout.Model {
	path := need("path", growthPart(), "the path that is changed")
	around := need("around", growthPart(), "growth that chance adds to; governments expect its central rates")
	window := func(what, otherwise string) layout.Field {
		return may("years", inYears("[0, 200]"), what+"; left out: "+otherwise)
	}
	depth := need("depth_percent", inPercent("(0, 50)"), "loss of GDP against the path, in per cent")
	sd := need("sd_points", inPoints("[0, 50)"), "standard deviation of a year's shock, in percentage points of growth")
	rho := may("rho_percent", inPercent("(-100, 100)"), "part of a deviation that is left a year later, in per cent")
	own := layout.Of[ShockTerms]("terms of a member", "One member's own shocks.", sd, rho, commonKey())
	return []layout.Model{
		layout.Kind[Constant]("constant", "The same rate every year.",
			need("rate_percent", inPercent("(-50, 50)"), "yearly growth in per cent")),
		layout.Kind[Table]("table", "Tabled forecasts: a rate for each member and year.", tableFields(need)...),
		layout.Kind[Historic]("historic", "Each member's own mean growth goes on.",
			window("years before the projection that the mean is taken over", "10")),
		layout.Kind[Shift]("shift", "A path with the same number of points added to each rate.",
			path, need("by_points", inPoints("(-50, 50)"), "percentage points that are added to each rate")),
		layout.Kind[Shock]("shock", "A recession on top of a path.",
			path,
			need("first", calendarYear("[1, 9999]"), "first calendar year of the recession"),
			window("how many years it lasts", "1"),
			depth,
			may("recovery_years", inYears("[0, 200]"), "years in which the whole loss is made good; left out: never")),
		layout.Kind[Nominal]("nominal", "Real growth and inflation.",
			path, need("inflation", growthPart(), "growth of the GDP deflator")),
		layout.Kind[AR1]("ar1", "In simulations growth deviates from a path by shocks that fade.",
			around, sd, rho, commonKey(), tailsKey(),
			may("terms", byMember(layout.Object{Model: own}), "the shocks of members that have their own, by code"),
			fittedKey(), sourcesKey()),
		layout.Kind[Bootstrap]("bootstrap", "In simulations each year grows as a past year did that is drawn by lot.",
			may("around", growthPart(), "growth that the deviations of the drawn years are added to; left out: growth is that of the drawn years"),
			window("length of the window that years are drawn from", "10"),
			may("block_years", inYears("[0, 200]"), "consecutive years that are drawn together; left out: 2"),
			may("record", layout.Object{Model: layout.Of[Table]("a record", "The growth that years are drawn from.", tableFields(may)...)},
				"the growth that years are drawn from; left out: that of GDP in the data set")),
		layout.Kind[Downturn]("downturn", "In simulations recessions strike by chance.",
			around,
			need("chance_percent", inPercent("[0, 100]"), "chance that a recession strikes in a year, in per cent"),
			depth, commonKey(),
			may("recovery_years", inYears("[0, 60]"), "years in which the whole loss is made good; left out: never")),
	}
}

func responseKinds() []layout.Model {
	inner := need("response", responsePart(), "the response inside")
	window := may("years", inYears("[0, 200]"), "years up to the base year that the mean is taken over; left out: 8")
	otherwise := may("else", responsePart(), "the response of everyone else, or if a promise is not kept; left out: hold")
	return []layout.Model{
		layout.Kind[Hold]("hold", "The share of GDP is kept."),
		layout.Kind[Jump]("jump", "What is asked is met in the first year."),
		layout.Kind[Trend]("trend", "Spending goes on growing at its mean rate.",
			window, may("plus_points", inPoints("(-50, 50)"), "percentage points that are added to the mean rate")),
		layout.Kind[Drift]("drift", "The share of GDP goes on changing by its mean yearly change.", window),
		layout.Kind[Budget]("budget", "Money grows at a fixed rate, whatever GDP does.",
			may("real_growth_percent", inPercent("(-50, 50)"), "yearly growth in the prices of the data set, in per cent; left out: money is frozen")),
		layout.Kind[Plan]("plan", "National plans in money, then another response.",
			need("spending_money", byMember(byYear(inMoney())), "planned spending by member and year, in the unit of money of the data set"),
			may("then", responsePart(), "the response after a plan, and of members without one; left out: hold")),
		layout.Kind[Ramp]("ramp", "The gap between share and target is closed by the deadline.",
			may("shape", layout.Choice{"linear", "constant-growth", "front-loaded", "back-loaded"}, "how the way is spread over the years; left out: linear"),
			may("pace_points", inPoints("[0, 5]"), "largest yearly step without a deadline or after it, in percentage points of GDP; left out: a missed target is met at once")),
		layout.Kind[Peers]("peers", "The share moves towards a level, by part of the distance each year.",
			may("level_percent", inPercent("[0, 25]"), "the level, in per cent of GDP; needed where there is a speed"),
			may("levels_percent", byYear(inPercent("(0, 25]")), "the level by base year, in per cent of GDP"),
			may("speed_percent", inPercent("[0, 100]"), "part of the distance, in logarithms, that is closed in a year, in per cent"),
			may("drift_percent", inPercent("(-50, 50)"), "yearly change of the share besides, in per cent of itself")),
		layout.Kind[ByMember]("by-member", "Some members have a response of their own.",
			need("of", byMember(responsePart()), "the responses of some members, by code"), otherwise),
		layout.Kind[Capped]("capped", "Spending grows at most so fast.",
			inner, need("max_growth_percent", inPercent("(-50, 50)"), "largest yearly growth in the prices of the data set, in per cent")),
		layout.Kind[Floor]("floor", "What is protected is never cut.",
			inner, may("of", layout.Choice{"share", "spending"}, "what is protected: the share of GDP, or spending in the prices of the data set; left out: share")),
		layout.Kind[UpTo]("up-to", "The response inside stops at the target.", inner),
		layout.Kind[Delayed]("delayed", "The share is held for some years first.",
			inner, need("years", inYears("[0, 200]"), "how many years the share is held")),
		layout.Kind[Partial]("partial", "Only part of each step is taken.",
			inner,
			need("fraction_percent", inPercent("(0, 100]"), "part of each step that is taken, in per cent"),
			may("se_percent", inPercent("[0, 100]"), "standard error of that part in simulations, in per cent; left out: it is certain"),
			may("estimate", layout.Text{}, "what was estimated; estimates of the same name err together")),
		layout.Kind[Shocked]("shocked", "In simulations spending misses what was decided.",
			inner,
			need("sd_percent", inPercent("[0, 50)"), "standard deviation of a year's miss, in per cent of the spending of the year before"),
			commonKey(), tailsKey(),
			may("terms_percent", byMember(inPercent("[0, 50)")), "the standard deviations of members that have their own, by code, in per cent"),
			fittedKey(), sourcesKey()),
		layout.Kind[Wavering]("wavering", "In simulations a promise is kept by chance.",
			need("keep", responsePart(), "the response if the promise is kept"), otherwise,
			need("chance_percent", inPercent("[0, 100]"), "chance that the promise is kept, in per cent")),
		layout.Kind[Slipped]("slipped", "In simulations the deadline slips by chance.",
			inner, need("chances_percent", layout.List{Of: inPercent("[0, 100]")}, "chances that the deadline slips by 1, 2, 3 and so on years, in per cent")),
	}
}

// suppliedKind is what the reader of a file supplies.
func suppliedKind() layout.Model {
	return layout.Kind[layout.Named]("named", "One that whoever reads the file supplies under this name.",
		need("name", layout.Text{}, "its name"))
}

// What several kinds have.

func tableFields(needed func(key string, f layout.Form, doc string) layout.Field) []layout.Field {
	return []layout.Field{
		may("name", layout.Text{}, "what the rates are: a forecast and its date"),
		needed("rates_percent", byMember(byYear(inPercent("(-50, 100]"))), "yearly growth by member and year, in per cent"),
		may("then", growthPart(), "growth after a member's last year; left out: its last rate is held"),
		sourcesKey(),
	}
}

func commonKey() layout.Field {
	return may("common_percent", inPercent("[0, 100]"), "part that all members share, in per cent; left out: none")
}

func tailsKey() layout.Field {
	return may("tails_degrees_of_freedom", degreesOfFreedom(), "degrees of freedom of Student's t distribution; left out: shocks are normal")
}

func fittedKey() layout.Field {
	return may("fitted", layout.Text{}, "to what the numbers were fitted, for example 2001-2021")
}

func sourcesKey() layout.Field {
	return may("sources", layout.List{Of: layout.Object{Model: layout.Of[Source]("a source", "Where figures were published.",
		may("publisher", layout.Text{}, "who published them"),
		may("title", layout.Text{}, "title of the document"),
		may("date", layout.Day{}, "day of publication, such as 2026-07-10"),
		may("licence", layout.Text{}, "terms of use"),
		may("sha256", layout.Text{}, "SHA-256 of the file that the figures were read from, in hexadecimal"),
	)}}, "where the figures were published")
}
