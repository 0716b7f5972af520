package nato_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func ExampleLatest() {
	d := nato.Latest()
	germany, err := d.Member("Germany")
	if err != nil {
		fmt.Println(err)
		return
	}
	share, _ := germany.Share.At(2025)
	money, _ := germany.SpendingAt(2025)
	fmt.Printf("%s: %s of GDP in 2025, %.0f in %s\n", d.Edition, scenario.FormatShare(share), money, d.Money)
	// Output: nato-2026-07: 2.22% of GDP in 2025, 97441 in USD million, 2021 prices and exchange rates
}

// Figures change from one edition to the next, with GDP that is revised.
func ExampleEdition() {
	for _, name := range nato.Editions() {
		d, err := nato.Edition(name)
		if err != nil {
			fmt.Println(err)
			return
		}
		hungary, err := d.Member("HUN")
		if err != nil {
			fmt.Println(err)
			return
		}
		if share, ok := hungary.Share.At(2022); ok {
			fmt.Println(name, scenario.FormatShare(share))
		}
	}
	// Output:
	// nato-2023-03 1.44%
	// nato-2024-06 1.84%
	// nato-2025-08 1.83%
	// nato-2026-07 1.84%
}

// What was known of Germany's present, and what a cut edition says of itself.
func ExampleArchive() {
	for _, year := range []int{2016, 2019, 2023} {
		d, err := nato.Archive{}.AsOf(year)
		if err != nil {
			fmt.Println(err)
			return
		}
		germany, err := d.Member("DEU")
		if err != nil {
			fmt.Println(err)
			return
		}
		share, _ := germany.Share.At(d.Last())
		fmt.Printf("%d: %s in %d, by %s\n", year, scenario.FormatShare(share), d.Last(), d.Edition)
		if year == 2016 {
			fmt.Println(d.Notes[len(d.Notes)-1])
		}
	}
	// Output:
	// 2016: 1.19% in 2016, by nato-2019-06 cut at 2016
	// As of 2016 no edition was at hand: these are the figures of June 2019 up to 2016, revisions made after 2016 included.
	// 2019: 1.36% in 2019, by nato-2019-06
	// 2023: 1.49% in 2022, by nato-2023-03
}

func ExampleNational() {
	d, err := nato.National("2026-07", "Poland")
	if err != nil {
		fmt.Println(err)
		return
	}
	poland, err := d.Member("POL")
	if err != nil {
		fmt.Println(err)
		return
	}
	money, _ := poland.Spending.At(2025)
	fmt.Printf("%.0f %s\n", money, d.Money)
	// Output: 166029 PLN million, current prices
}

func ExampleMembersOn() {
	for _, day := range []string{"2023-03-21", "2023-04-04", "2024-03-07"} {
		t, err := time.Parse(time.DateOnly, day)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(day, len(nato.MembersOn(t)))
	}
	// Output:
	// 2023-03-21 30
	// 2023-04-04 31
	// 2024-03-07 32
}

func ExampleAllAgreed() {
	for _, a := range nato.AllAgreed() {
		fmt.Println(a)
	}
	// Output:
	// Riga 2006 (2006): 2% of GDP, no deadline, known from 2007
	// Wales 2014 (2014-09-05): 2% of GDP by 2024, known from 2015
	// Vilnius 2023 (2023-07-11): 2% of GDP, no deadline, known from 2024
	// The Hague 2025 (2025-06-25): 3.5% of GDP by 2035, known from 2026
}

// The Hague, with the opt-out that Spain announced.
func ExampleAnnounced() {
	terms := map[string]scenario.Pledge{}
	spain, err := nato.Announced("Spain")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range spain {
		fmt.Println(a.Date, strings.TrimSpace(a.Text))
		if p, ok := a.Pledge(); ok && a.Kind == nato.OptOut {
			terms[a.Member] = p
		}
	}
	fmt.Println(scenario.Except{Pledge: nato.Hague2025().Pledge, Terms: terms})
	// Output:
	// 2022-06 2% of GDP by 2029 (June to July 2022)
	// 2025-04 2% of GDP in 2025, a plan of 10,471 million EUR
	// 2025-06-22 2.1% of GDP, "neither more nor less": opts out of 3.5% and 5%
	// 3.5% of GDP by 2035, known from 2026; ESP: 2.1% of GDP, no deadline, known from 2026
}
