using System.Collections.Immutable;
using Assay.Formats.Rules;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Tests.Answers;

/// <summary>Questions of every kind to the packs that come with the program: those of the seed article and their neighbours.</summary>
internal static class SampleQuestions
{
    public static ImmutableArray<Question> All { get; } =
    [
        new Question.Open { When = SeedRecord.Day, Kind = Assay.Claims.ClaimKind.Event, Text = "What happened?", Why = "kind-not-answered" },
        new Question.Control { When = SeedRecord.Day, Holder = SeedRecord.Holder(HolderSense.Itself, "samruk-kazyna"), Asset = new("kazatomprom") },
        new Question.Control { When = SeedRecord.Day, Holder = SeedRecord.Holder(HolderSense.Itself, "rosatom"), Asset = new("kazatomprom") },
        new Question.Operation { When = SeedRecord.Day, Operator = new("tengizchevroil"), Asset = new("tengiz") },
        new Question.MembershipChange { When = SeedRecord.Days("2023"), Member = new("fi"), Body = new("nato"), Sense = MembershipSense.Full, Ends = false },
        new Question.MembershipChange { When = SeedRecord.Days("2009"), Member = new("ge"), Body = new("cis"), Sense = MembershipSense.Full, Ends = true },
        new Question.StakeChange { When = SeedRecord.Days("2023"), Owner = new("totalenergies"), Asset = new("dunga"), Ends = true, Size = new(59, 61, "%", "60 %") },
        new Question.StakeChange { When = SeedRecord.Days("2023"), Owner = new("kazmunaygas"), Asset = new("dunga"), Ends = false, Size = new(59, 61, "%", "60 %") },
        new Question.ShareMove { When = SeedRecord.Days("2008"), Holder = SeedRecord.Holder(HolderSense.Itself, "inpex"), Asset = new("kashagan"), From = new(8, 9, "%", "8.33 %"), To = new(7, 8, "%", "7.56 %") },
        new Question.RankThroughout { When = new DayRange(new DateOnly(2022, 12, 31), new DateOnly(2024, 6, 1)), Subject = new("kazatomprom"), Indicators = ["uranium-production-attributable"], Place = 1 },
        new Question.Event { When = SeedRecord.Days("2022-01"), Who = [new("csto")], Kinds = ["deployment"], Where = new("kz") },
        new Question.Dispute { When = SeedRecord.Day, Proposition = "january-2022-planned-by-the-west" },
        new Question.Dispute { When = SeedRecord.Day, Proposition = "january-2022-was-a-coup-attempt" },
        new Question.Saying { When = SeedRecord.Day, Speaker = new("tokayev"), Proposition = "january-2022-was-a-coup-attempt", Asserts = true },
        new Question.Position { When = SeedRecord.Day, Person = new("tokayev"), Office = "president", Of = new("kz") },
        Member("kz", "cis"), Member("kz", "csto"), Member("uz", "csto"), Member("ge", "nato"), Member("kz", "west-core"), Member("ua", "cis"), Member("kz", "csto", MembershipSense.Observer),
        SeedRecord.Agreed("kz+ru") with { About = [["alliance"]] },
        SeedRecord.Agreed("kz+gb-mod", AgreementSense.Signed) with { About = [["military-cooperation"]], TitleWords = ["plan"], SigningPlace = "London", Signed = SeedRecord.Days("2025-06") },
        SeedRecord.Agreed("kz+gb-mod", AgreementSense.Signed) with { About = [["military-cooperation"]], TitleWords = ["plan"], SigningPlace = "Astana" },
        SeedRecord.Agreed("kz+gb") with { About = [["strategic-partnership"]] },
        SeedRecord.Owns(SeedRecord.Holder(HolderSense.Itself, "kz"), "kazatomprom", Quantifier.Most),
        SeedRecord.Owns(SeedRecord.Holder(HolderSense.Nationals, "gb"), "kazatomprom", Quantifier.Most),
        SeedRecord.Owns(SeedRecord.Holder(HolderSense.Nationals, "eu"), "kashagan", Quantifier.Some),
        SeedRecord.Owns(SeedRecord.Holder(HolderSense.Itself, "ru"), "cpc", Quantifier.Most, measure: OwnershipMeasure.MajorityHeld),
        SeedRecord.Owns(SeedRecord.Holder(HolderSense.Itself, "chevron"), "tengiz", Quantifier.Most),
        SeedRecord.Owns(SeedRecord.Holder(HolderSense.Nationals, "nl"), "karachaganak", Quantifier.Some, "2021-06-01"),
        .. from nationality in new[] { "us", "gb", "west-core", "kz", "cn", "jp" }
           from measure in Enum.GetValues<OwnershipMeasure>()
           select ShareOf(nationality, "crude-oil-production", measure),
        ShareOf("kz", "crude-oil-production", sense: HolderSense.Itself),
        ShareOf("kz", "uranium-production-attributable"), ShareOf("kz", "uranium-production-attributable", sense: HolderSense.Itself), ShareOf("ru", "uranium-production"),
        ShareOf("west-core", "crude-oil-production", when: "2026-06-01"), ShareOf("west-core", "natural-gas-production", when: "2024-06-01"),
        Ranked("kazatomprom", "uranium-production-attributable"), Ranked("orano", "uranium-production-attributable", "2023-06-01"), Ranked("shell", "uranium-production-attributable"),
        Ranked("kz", "uranium-production"), Ranked("kz", "chromite-production"), Ranked("kz", "oil-producer-rank", "2026-03-01"), Ranked("kazatomprom", "uranium-production-attributable", "2026-11-01"),
        Ranked("cameco", "uranium-production-attributable") with { Among = new("west-core") }, Ranked("ca", "uranium-production") with { Among = new("west-core") },
        Figures("kz", "crude-oil-production", "Mt", "2024"), Figures("kz", "uranium-production", "t", "2023"), Figures("kz", "crude-oil-production", "bbl/d", "2023", "crude-oil"),
        Figures("kz", "uranium-production", "t U3O8", "2022"), Figures("tengizchevroil", "crude-oil-production-rate", "Mt", "2023", "crude-oil"), Figures("kz", "crude-oil-production", "Mt", "2025-06-17", isOfPeriod: false),
        Portion(new Amount.Measured(new("kz"), ["uranium-production"]), new Amount.Measured(new("world"), ["uranium-production"]), "2022", "uranium-world-share"),
        Portion(new Amount.Carried(new("kz"), "crude-oil", new("cpc")), new Amount.Measured(new("kz"), ["crude-oil-exports"]), "2025", "routes"),
        Portion(new Amount.Carried(new("kz"), "crude-oil", new("cpc")), new Amount.Measured(new("kz"), ["crude-oil-exports"]), "2013", "routes"),
        Portion(new Amount.Measured(new("kz"), ["goods-imports-from"], "ru"), new Amount.Measured(new("kz"), ["goods-imports-total"], "all"), "2021", "goods-imports-share"),
        Regime("kashagan", "production-sharing"), Regime("kashagan", "concession"), Regime("tengiz", "production-sharing"),
        new Question.RegimeShare { Of = new("kz"), Indicator = "crude-oil-production", Kind = "production-sharing", Excluded = ["concession"], When = SeedRecord.Day },
        new Question.RegimeShare { Of = new("kz"), Indicator = "", Kind = "production-sharing", When = SeedRecord.Day },
    ];

    private static Question.Quantity Figures(string subject, string indicator, string unit, string when, string goods = "uranium", bool isOfPeriod = true) =>
        new() { Of = new Amount.Measured(new(subject), [indicator]), Unit = unit, Conversions = RuleFiles.Default.Units.To(unit, goods), IsOfPeriod = isOfPeriod, When = SeedRecord.Days(when) };

    private static Question.Portion Portion(Amount part, Amount whole, string when, params ImmutableArray<string> stated) =>
        new() { Part = part, Whole = whole, StatedBy = stated, IsOfPeriod = true, When = SeedRecord.Days(when) };

    private static Question.Regime Regime(string asset, string kind) => new() { Asset = new(asset), Kind = kind, Excluded = kind == "concession" ? ["production-sharing"] : ["concession"], When = SeedRecord.Day };

    private static Question.Membership Member(string member, string body, MembershipSense sense = MembershipSense.Full) =>
        new() { Member = new(member), Body = new(body), Sense = sense, When = SeedRecord.Day };

    private static Question.Share ShareOf(string holder, string indicator, OwnershipMeasure measure = OwnershipMeasure.Effective, HolderSense sense = HolderSense.Nationals, string when = "2025-06-17") =>
        new() { Holder = SeedRecord.Holder(sense, holder), Target = new Target.Output(new("kz"), indicator), Measure = measure, When = SeedRecord.Days(when) };

    private static Question.Rank Ranked(string subject, string indicator, string when = "2025-06-17") =>
        new() { Subject = new(subject), Indicators = [indicator], When = SeedRecord.Days(when) };
}
