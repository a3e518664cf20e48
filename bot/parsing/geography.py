"""Countries and cities as people write them, English and Indonesian."""

from __future__ import annotations

from bot.parsing.dates.lexicon import CITIES, TWO_WORD_CITIES

COUNTRIES: dict[str, str] = {}
for _line in """Netherlands|the netherlands|holland|belanda
United Kingdom|uk|great britain|britain|england|inggris|scotland|wales
France|prancis|perancis
Germany|jerman|deutschland
Austria|osterreich
South Korea|korea|republic of korea|korea selatan|korsel
Japan|jepang
United Arab Emirates|uae|uni emirat arab|emirates
United States|usa|us|amerika serikat|amerika|united states of america
Australia
Indonesia
Singapore|singapura
Malaysia
Qatar
Italy|italia
Sweden|swedia
Hungary|hungaria|hongaria
Nigeria
Brazil|brasil
Belgium|belgia
Spain|spanyol
Portugal
Switzerland|swiss
Denmark|denmark
Norway|norwegia
Finland|finlandia
Poland|polandia
Czech Republic|ceko|czechia
Greece|yunani
Turkey|turki|turkiye
Egypt|mesir
South Africa|afrika selatan
Kenya
Morocco|maroko
India
Pakistan
Bangladesh
Sri Lanka
Thailand
Vietnam
Philippines|filipina
Cambodia|kamboja
Laos
Myanmar
Brunei|brunei darussalam
Timor Leste|timor timur
Papua New Guinea|papua nugini
China|tiongkok|cina
Taiwan
Hong Kong
New Zealand|selandia baru
Canada|kanada
Mexico|meksiko
Argentina
Chile
Colombia|kolombia
Peru
Russia|rusia
Ukraine|ukraina
Saudi Arabia|arab saudi
Oman
Kuwait
Bahrain
Jordan|yordania
Lebanon|lebanon
Israel
Palestine|palestina
Iran
Ireland|irlandia
Suriname""".splitlines():
    _names = _line.split("|")
    for _name in _names:
        COUNTRIES[_name.lower()] = _names[0]

CITY_WORDS = frozenset({*CITIES, *TWO_WORD_CITIES} - set(COUNTRIES))
