package plotting_test

import (
	"fmt"
	"log"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
)

// One path has as many costs as there are counterfactuals.
func ExampleCosts() {
	r := results()[1]
	var costs []*projection.Costs
	for _, b := range []projection.Baseline{projection.FrozenMoney(), projection.FrozenShare()} {
		c, err := projection.Cost(r, b)
		if err != nil {
			log.Fatal(err)
		}
		costs = append(costs, c)
	}
	f, err := plotting.Costs([]string{"Germany"}, costs...)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	fmt.Println(f.Subtitle)
	// Output:
	// Germany: the cost of “2% by 2030” up to 2040 is USD 510 or 351 billion, depending on the counterfactual
	// Defence spending above the counterfactual named at each line, USD billion, 2015 prices and exchange rates
}

func ExampleGap() {
	f, err := plotting.Gap(results()[1], "Germany")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	// Output: Germany was USD 20 billion short of 2% of GDP in 2021; the gap closes in 2030
}
