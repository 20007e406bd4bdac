package language

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"rubricator/internal/stem"
	"rubricator/internal/token"
)

// numbers are more of them than words are looked at.
var numbers = func() string {
	var list []byte
	for i := range sampled + 1 {
		list = append(strconv.AppendInt(list, int64(i), 10), ' ')
	}
	return string(list)
}()

func TestDetect(t *testing.T) {
	for _, test := range []struct {
		text, want string
		least      int
	}{
		{"", Undetermined, 0},
		{"🙂 12 ...", Undetermined, 0},
		{"Xyzzy plugh", Undetermined, 0},
		{"The ministers have agreed on a plan to cut the price of energy, and they want it to start in May.", "en", 800},
		{"Tariffs on steel", "en", 300},
		{"Die Minister haben sich auf einen Plan geeinigt, der die Preise für Energie senken soll.", "de", 600},
		{numbers + "Die Minister haben sich auf einen Plan geeinigt, der die Preise für Energie senken soll.", "de", 600},
		{"Les ministres ont adopté un plan qui doit faire baisser le prix de l'énergie dans les villes.", "fr", 600},
		{"Los ministros han aprobado un plan para que el precio de la energía baje en las ciudades.", "es", 600},
		{"Министры приняли план, который должен снизить цены на энергию в городах.", "ru", 300},
		{"閣僚はエネルギー価格を下げる計画に合意した。", "ja", 500},
		{"اتفق الوزراء على خطة لخفض أسعار الطاقة في المدن", "ar", 600},
	} {
		tag, confidence := Detect(token.Scan(test.text, &stem.Lexicon{}))
		if tag != test.want || confidence < test.least {
			t.Errorf("Detect(%q) = %s, %d; want %s, at least %d", test.text, tag, confidence, test.want, test.least)
		}
	}
}

func TestCommonStemsAreSorted(t *testing.T) {
	stems := strings.Fields(commonStems)
	if len(stems) < 1000 || !slices.IsSorted(stems) {
		t.Errorf("%d stems, sorted: %t", len(stems), slices.IsSorted(stems))
	}
}
