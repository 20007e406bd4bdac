package actor

// organisations has a line for each organisation: its usual name, "=", other
// names, with "@" the city that stands for it. Written for this project.
const organisations = `
United Nations = UN, U.N.
UN Security Council = U.N. Security Council, Security Council, United Nations Security Council, UNSC
UN General Assembly = U.N. General Assembly, General Assembly, United Nations General Assembly, UNGA
UN Human Rights Council = U.N. Human Rights Council, Human Rights Council
UNICEF = Unicef, United Nations Children's Fund
UNESCO = Unesco
UNHCR = UN refugee agency, UN High Commissioner for Refugees
UNRWA = Unrwa
OCHA = UN humanitarian office
UNIFIL = Unifil
World Health Organization = WHO, World Health Organisation
World Food Programme = WFP, World Food Program
Food and Agriculture Organization = FAO, Food and Agriculture Organisation
International Labour Organization = ILO, International Labor Organization, International Labour Organisation
International Organization for Migration = IOM, International Organisation for Migration
International Atomic Energy Agency = IAEA, UN nuclear watchdog
Intergovernmental Panel on Climate Change = IPCC
World Trade Organization = WTO, World Trade Organisation
International Monetary Fund = IMF
World Bank = World Bank Group
International Criminal Court = ICC
International Court of Justice = ICJ, World Court
Interpol = INTERPOL
Europol
Frontex
NATO = Nato, North Atlantic Treaty Organization
OSCE = Organization for Security and Co-operation in Europe
OECD = Organisation for Economic Co-operation and Development
International Energy Agency = IEA
OPEC = Opec
OPEC+ = Opec+
G7 = Group of Seven, G-7
G20 = Group of 20, G-20
BRICS = Brics
Quad = Quadrilateral Security Dialogue
AUKUS = Aukus
Five Eyes
African Union = AU
ECOWAS = Ecowas, Economic Community of West African States
Arab League = League of Arab States
Gulf Cooperation Council = GCC
Organisation of Islamic Cooperation = OIC, Organization of Islamic Cooperation
ASEAN = Asean, Association of Southeast Asian Nations
Shanghai Cooperation Organisation = SCO, Shanghai Cooperation Organization
Organization of American States = OAS
Mercosur = Mercosul
Caricom = CARICOM, Caribbean Community
Bank for International Settlements = BIS
European Bank for Reconstruction and Development = EBRD
Asian Development Bank = ADB
World Economic Forum = WEF
International Olympic Committee = IOC
FIFA = Fifa
UEFA = Uefa
European Union = EU, E.U., @Brussels
European Commission = EU Commission
European Parliament = EU Parliament
European Council
Council of the European Union = EU Council, Council of the EU
European Court of Justice = ECJ, Court of Justice of the European Union, CJEU
European Central Bank = ECB
European Medicines Agency = EMA
Council of Europe
European Court of Human Rights = ECHR, ECtHR
European Space Agency = ESA
Federal Reserve = Fed, US Federal Reserve, U.S. Federal Reserve
Bank of England = BoE, BOE
Bank of Japan = BoJ, BOJ
People's Bank of China = PBOC, PBoC
Bundesbank
Swiss National Bank = SNB
Bank of Canada = BoC
Reserve Bank of Australia = RBA
Reserve Bank of India = RBI
Congress = US Congress, U.S. Congress, Capitol Hill
Senate = US Senate, U.S. Senate
House of Representatives = US House
Supreme Court = US Supreme Court, U.S. Supreme Court, SCOTUS
Pentagon = Department of Defense, Defense Department, Department of War, War Department
State Department = Department of State, US State Department, U.S. State Department, Foggy Bottom
Treasury
US Treasury = U.S. Treasury, Treasury Department, Department of the Treasury
HM Treasury
Justice Department = Department of Justice, DOJ, DoJ
Department of Homeland Security = DHS, Homeland Security
Commerce Department = Department of Commerce
Labor Department = Department of Labor
Energy Department = Department of Energy
Department of Health and Human Services = HHS, Health and Human Services
Department of Veterans Affairs = Veterans Affairs, VA
National Security Council = NSC
Joint Chiefs of Staff = Joint Chiefs
Office of Management and Budget = OMB
Congressional Budget Office = CBO
Office of the US Trade Representative = USTR, US Trade Representative
Department of Government Efficiency = DOGE, Doge
Central Intelligence Agency = CIA
Federal Bureau of Investigation = FBI
National Security Agency = NSA
Secret Service
Immigration and Customs Enforcement = ICE
Customs and Border Protection = CBP, Border Patrol
Drug Enforcement Administration = DEA
Environmental Protection Agency = EPA
Food and Drug Administration = FDA
Centers for Disease Control and Prevention = CDC
National Institutes of Health = NIH
Securities and Exchange Commission = SEC
Federal Trade Commission = FTC
Federal Communications Commission = FCC
Federal Aviation Administration = FAA
National Transportation Safety Board = NTSB
Federal Emergency Management Agency = FEMA
Internal Revenue Service = IRS
Bureau of Labor Statistics = BLS
US Agency for International Development = USAID, USAid
NASA = Nasa
NOAA = National Oceanic and Atmospheric Administration
National Weather Service = NWS
National Guard
US Army = U.S. Army
US Navy = U.S. Navy
US Air Force = U.S. Air Force
US Coast Guard = U.S. Coast Guard, Coast Guard
Marine Corps = US Marines
Centcom = CENTCOM, US Central Command, U.S. Central Command
House of Commons = Commons
House of Lords = Lords
Home Office
Foreign Office = FCDO, Foreign Commonwealth and Development Office
Ministry of Defence = MoD, MOD
Ministry of Justice = MoJ
Department for Education = DfE
Department of Health and Social Care = DHSC
HM Revenue and Customs = HMRC
National Health Service = NHS, NHS England
Environment Agency
Crown Prosecution Service = CPS
High Court
Metropolitan Police = Met Police, Scotland Yard
National Crime Agency = NCA
MI5
MI6 = Secret Intelligence Service
GCHQ
Ofcom
Ofgem
Financial Conduct Authority = FCA
Competition and Markets Authority = CMA
Office for Budget Responsibility = OBR
Office for National Statistics = ONS
Buckingham Palace
Church of England
Senedd = Welsh Parliament
Welsh Government
Scottish Government
Bundestag = German parliament
German Constitutional Court = Federal Constitutional Court, Bundesverfassungsgericht
Sejm
Knesset
Israel Defense Forces = IDF, Israel Defence Forces
Mossad
Shin Bet
Palestinian Authority = Palestinian National Authority
Palestine Liberation Organization = PLO, Palestine Liberation Organisation
State Duma = Duma
Federal Security Service = FSB
GRU
Wagner Group
Verkhovna Rada = Rada
SBU = Security Service of Ukraine
National People's Congress = NPC
Politburo
People's Liberation Army = PLA
Lok Sabha
National Assembly
Guardian Council
Islamic Revolutionary Guard Corps = IRGC, Revolutionary Guards, Revolutionary Guard
Inter-Services Intelligence = ISI
Constitutional Court
Supreme Federal Court = STF
Electoral Commission
Amnesty International = Amnesty
Human Rights Watch = HRW
Greenpeace
Oxfam
Save the Children
Médecins Sans Frontières = MSF, Doctors Without Borders, Medecins Sans Frontieres
International Committee of the Red Cross = ICRC
Red Cross = IFRC
Red Crescent
International Rescue Committee = IRC
WWF = World Wildlife Fund, World Wide Fund for Nature
Reporters Without Borders = Reporters Sans Frontières
Gates Foundation = Bill & Melinda Gates Foundation
American Civil Liberties Union = ACLU
National Rifle Association = NRA
British Medical Association = BMA
Royal College of Nursing = RCN
Confederation of British Industry
Trades Union Congress = TUC
Unite the Union = Unite union
Unison = UNISON
RMT
AFL-CIO
Teamsters
United Auto Workers = UAW
SAG-AFTRA
IG Metall
Hamas
Hezbollah = Hizbollah, Hizbullah
Islamic Jihad = Palestinian Islamic Jihad
Houthis = Houthi, Ansar Allah
Taliban
Islamic State = ISIS, ISIL, IS group, Islamic State group, Daesh
Al-Qaeda = al-Qaeda, al-Qaida, Al Qaeda
Al-Shabab = al-Shabab, al-Shabaab, Al-Shabaab, Al Shabaab
Boko Haram
Hayat Tahrir al-Sham = HTS
Syrian Democratic Forces = SDF
Rapid Support Forces = RSF
M23
FARC = Farc
PKK = Kurdistan Workers' Party, Kurdistan Workers Party
Muslim Brotherhood
Sinaloa Cartel
Tren de Aragua
Apple
Microsoft
Google
Alphabet
Amazon
Meta = Facebook, Meta Platforms
Instagram
WhatsApp
YouTube
TikTok
ByteDance
OpenAI
Anthropic
DeepSeek
Nvidia = NVIDIA
Intel
AMD = Advanced Micro Devices
Qualcomm
Broadcom
IBM
Oracle
Palantir
Tesla
SpaceX = Starlink
Netflix
Disney = Walt Disney
Uber
Airbnb
Samsung = Samsung Electronics
TSMC = Taiwan Semiconductor Manufacturing Company
ASML
Foxconn = Hon Hai
Huawei
Tencent
Alibaba
Baidu
Shein
BYD
Sony
SoftBank = Softbank
Toyota
Honda
Nissan
Hyundai
Volkswagen = VW
Mercedes-Benz
BMW
Renault
Stellantis
Ford = Ford Motor
General Motors = GM
Boeing
Airbus
Lockheed Martin
Raytheon = RTX
General Electric = GE, GE Aerospace
BAE Systems = BAE
Rolls-Royce
Rheinmetall
Siemens
Bayer
ExxonMobil = Exxon, Exxon Mobil
Chevron
BP
Shell
TotalEnergies
Saudi Aramco = Aramco
Gazprom
Rosneft
Thames Water
Pfizer
Moderna
AstraZeneca
GSK = GlaxoSmithKline
Novo Nordisk
Eli Lilly
Johnson & Johnson = J&J
UnitedHealth = UnitedHealthcare
JPMorgan Chase = JPMorgan, JP Morgan
Goldman Sachs
Morgan Stanley
Citigroup = Citi, Citibank
Bank of America = BofA
BlackRock
Blackstone
HSBC
Barclays
Deutsche Bank
BNP Paribas
UBS
Binance
Walmart
Tesco
Ikea = IKEA
McDonald's
Starbucks
Coca-Cola
Nestlé = Nestle
Nike
Rio Tinto
BHP
US Steel = U.S. Steel
Maersk
FedEx
UPS
Royal Mail
Lufthansa
Ryanair
EasyJet = easyJet
British Airways
Air France-KLM = Air France, KLM
United Airlines
Tata = Tata Group
Tata Steel
Adani Group
Nokia
AT&T
Republican Party = Republicans, GOP, Republican
Democratic Party = Democrats, Democrat
Republican National Committee = RNC
Democratic National Committee = DNC
Labour Party = Labour
Conservative Party = Conservatives, Tories, Tory
Liberal Democrats = Lib Dems, Lib Dem
Reform UK
Scottish National Party = SNP
Sinn Féin = Sinn Fein
Democratic Unionist Party = DUP
Fianna Fáil = Fianna Fail
Fine Gael
Green Party = Greens
Liberal Party = Liberals
New Democratic Party = NDP
Australian Labor Party = Labor, Labor Party
Christian Democratic Union = CDU, Christian Democrats
Christian Social Union = CSU
Social Democratic Party = SPD, Social Democrats
Alternative for Germany = AfD, Alternative für Deutschland
Free Democratic Party = FDP
National Rally = Rassemblement National
La France Insoumise = France Unbowed, LFI
Les Républicains = Les Republicains
Socialist Party = Socialists
Brothers of Italy = Fratelli d'Italia
Five Star Movement
Partido Popular = PP, People's Party
PSOE
Vox
Fidesz
Tisza
Law and Justice = PiS
Freedom Party of Austria = FPÖ, Freedom Party
Party for Freedom = PVV
AKP = Justice and Development Party
Republican People's Party = CHP
United Russia
Likud
Fatah
Chinese Communist Party = CCP, Communist Party of China, Communist Party
Kuomintang = KMT
Democratic Progressive Party = DPP
Liberal Democratic Party = LDP
Bharatiya Janata Party = BJP
Indian National Congress = Congress party, Congress Party
Aam Aadmi Party = AAP
Awami League
Bangladesh Nationalist Party = BNP
Pakistan Tehreek-e-Insaf = PTI
African National Congress = ANC
ZANU-PF = Zanu-PF
Morena
Workers' Party = Workers Party
`
