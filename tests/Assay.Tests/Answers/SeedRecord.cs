using Assay.Answers;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Questions;

namespace Assay.Tests.Answers;

/// <summary>The packs that come with the program, asked as of the day of the seed article.</summary>
internal static class SeedRecord
{
    public static EvidenceSnapshot Evidence { get; } = EvidencePack.Embedded();

    public static Wording Wording { get; } = RuleFiles.Default.Wording;

    public static Answerer Answerer { get; } = new(Evidence, Wording);

    public static DayRange Day { get; } = DayRange.On(new DateOnly(2025, 6, 17));

    public static Answer Member(string member, string body, MembershipSense sense = MembershipSense.Full, string? when = "2025-06-17") =>
        Answerer.Answer(new Question.Membership { Member = new(member), Body = new(body), Sense = sense, When = Days(when) });

    public static Answer.Interval ShareOf(string nationality, string indicator, string whole = "kz", OwnershipMeasure measure = OwnershipMeasure.Effective, string when = "2025-06-17", HolderSense sense = HolderSense.Nationals) =>
        (Answer.Interval)Answerer.Answer(new Question.Share { Holder = Holder(sense, nationality), Target = new Target.Output(new(whole), indicator), Measure = measure, When = Days(when) });

    public static Holder Holder(HolderSense sense, params string[] ids) => new([.. ids.Select(id => new EntityId(id))], sense);

    public static Question.Ownership Owns(Holder holder, string asset, Quantifier quantifier, string when = "2025-06-17", OwnershipMeasure measure = OwnershipMeasure.Effective) =>
        new() { Holder = holder, Target = new Target.Asset(new(asset)), Quantifier = quantifier, Measure = measure, When = Days(when) };

    public static Question.Agreement Agreed(string parties, AgreementSense sense = AgreementSense.InForce, string when = "2025-06-17") =>
        new() { Parties = [.. parties.Split('+').Select(id => new EntityId(id))], Sense = sense, When = Days(when) };

    public static DayRange? Days(string? when) => when is null ? null : PartialDate.Parse(when).Days;
}
