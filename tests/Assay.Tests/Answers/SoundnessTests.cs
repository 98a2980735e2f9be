using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;
using CsCheck;
using Xunit;

namespace Assay.Tests.Answers;

/// <summary>What holds of every small record, whatever its rows.</summary>
public sealed class SoundnessTests
{
    private static readonly string[] Owners = ["firm-a", "firm-b", "vehicle", "float", "aa", "trust"];

    /// <summary>Some stakes in three assets and a vehicle, some output, weak or not.</summary>
    private static Gen<EvidenceSnapshot> Records { get; } =
        from stakes in Gen.Select(Gen.Int[0, Owners.Length - 1], Gen.Int[0, 4], Gen.Int[1, 60], Gen.Int[0, 20], Gen.Bool).List[1, 12]
        from outputs in Gen.Select(Gen.Int[10, 40], Gen.Int[0, 8], Gen.Bool).List[3, 3]
        select Build(stakes, outputs);

    private static Gen<Question> Asked { get; } =
        from nationality in Pick("aa", "bb", "cc")
        from sense in Pick(HolderSense.Itself, HolderSense.Nationals)
        from target in Pick<Target>(new Target.Asset(new("mine-0")), new Target.Asset(new("vehicle")), new Target.Output(new("zz"), "ore"))
        select (Question)new Question.Share { Holder = SeedRecord.Holder(sense, nationality), Target = target, Measure = OwnershipMeasure.Effective, When = SeedRecord.Days("2020") };

    [Fact]
    public void Every_proof_can_be_replayed_as_it_stands_and_shaken() => Gen.Select(Records, Asked).Sample((record, question) =>
    {
        var answer = Ask(record, question);
        return ProofReplay.Check(answer.Proof).Holds && (answer.Shaken is null || ProofReplay.Check(answer.Shaken.Proof).Holds);
    }, iter: 2000);

    [Fact]
    public void Shaking_weak_rows_never_narrows_an_interval() => Gen.Select(Records, Asked).Sample((record, question) =>
        Ask(record, question) is not Answer.Interval { Shaken: Answer.Interval shaken } answer || shaken.Value.Contains(answer.Value), iter: 2000);

    [Fact]
    public void Taking_a_row_away_never_narrows_an_interval() => Gen.Select(Records, Asked, Gen.Int[0, 1000]).Sample((record, question, pick) =>
    {
        var rows = record.Statements.Where(row => row is not Entity).ToList();
        var gone = rows[pick % rows.Count];
        return Contains(Ask(record.Where(row => row != gone), question), Ask(record, question));
    }, iter: 3000);

    [Fact]
    public void A_true_row_of_completeness_never_widens_an_interval() => Gen.Select(Records, Asked, Gen.Int[0, 4]).Sample((record, question, asset) =>
    {
        // True of this record: the rows of the asset cover at least what their least shares add up to.
        var id = asset switch { 3 => "vehicle", 4 => "trust", _ => $"mine-{asset}" };
        var low = Math.Min(100, record.StakesIn(new(id)).Sum(row => row.Share.Low));
        var high = Math.Min(100, record.StakesIn(new(id)).Sum(row => row.Share.High));
        var list = new Completeness { Id = new("completeness/new"), Sources = [], Place = default, Table = "stakes", Subject = new(id), Covers = new Bounds(low, Math.Max(low, high)) };
        return Contains(Ask(record, question), Ask(new EvidenceSnapshot([], record.Statements.Append(list), record.Sources), question));
    }, iter: 2000);

    [Fact]
    public void With_the_sides_exchanged_the_answers_are_exchanged() => Gen.Select(Records, Asked).Sample((record, question) =>
    {
        var share = (Question.Share)question;
        var exchanged = share with { Holder = share.Holder with { Members = [.. share.Holder.Members.Select(Exchange)] } };
        var (there, here) = (Ask(new EvidenceSnapshot([], record.Statements.Select(Exchange), record.Sources), exchanged), Ask(record, question));
        return (there, here) switch
        {
            (Answer.Interval left, Answer.Interval right) => left.Value == right.Value && left.Shaken is Answer.Interval l == right.Shaken is Answer.Interval r,
            _ => there.GetType() == here.GetType(),
        };
    }, iter: 2000);

    [Fact]
    public void An_interval_lies_between_nothing_and_all() => Gen.Select(Records, Asked).Sample((record, question) =>
        Ask(record, question) is not Answer.Interval answer || (answer.Value.Low >= 0 && answer.Value.High <= 100 && answer.Slices.Sum(slice => slice.Share.High) >= 99.9m), iter: 1000);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static EvidenceSnapshot Build(List<(int Owner, int Asset, int Share, int Spread, bool IsWeak)> stakes, List<(int Value, int Spread, bool IsWeak)> outputs)
    {
        var record = new SmallRecord().Entity("aa", EntityKind.State).Entity("bb", EntityKind.State).Entity("cc", EntityKind.State).Entity("zz", EntityKind.State)
            .Company("firm-a", "aa").Company("firm-b", "bb").Company("vehicle").Company("trust").Entity("float", EntityKind.Group);
        for (var i = 0; i < 3; i++) record.Entity($"mine-{i}", EntityKind.Mine);
        string[] assets = ["mine-0", "mine-1", "mine-2", "vehicle", "trust"];
        var left = new decimal[5];
        foreach (var stake in stakes.DistinctBy(stake => (stake.Owner, stake.Asset)))
        {
            // No asset is given away more than whole, and none holds itself; the vehicle and the trust may hold each other.
            if (assets[stake.Asset] == Owners[stake.Owner] || left[stake.Asset] + stake.Share + stake.Spread > 100) continue;
            left[stake.Asset] += stake.Share + stake.Spread;
            record.Stake(Owners[stake.Owner], assets[stake.Asset], new Bounds(stake.Share, stake.Share + stake.Spread), status: stake.IsWeak ? RowStatus.Derived : RowStatus.Reported);
        }
        record.Output("zz", "2020", outputs.Sum(output => output.Value) + 20, outputs.Sum(output => output.Value + output.Spread) + 25);
        for (var i = 0; i < 3; i++)
            record.Output($"mine-{i}", "2020", outputs[i].Value, outputs[i].Value + outputs[i].Spread, outputs[i].IsWeak ? RowStatus.Derived : RowStatus.Reported).Part("zz", "2020", $"mine-{i}");
        return record.Build();
    }

    private static Answer Ask(EvidenceSnapshot record, Question question) => new Answerer(record, SeedRecord.Wording).Answer(question);

    private static bool Contains(Answer wider, Answer narrower) => (wider, narrower) switch
    {
        (Answer.Unknown, _) => true,
        (Answer.Interval left, Answer.Interval right) => left.Value.Contains(right.Value),
        (_, Answer.Unknown) => true,
        _ => wider.GetType() == narrower.GetType(),
    };

    private static EntityId Exchange(EntityId id) => id.Value switch
    {
        "aa" => new("bb"), "bb" => new("aa"), "firm-a" => new("firm-b"), "firm-b" => new("firm-a"), _ => id,
    };

    private static Statement Exchange(Statement row) => row switch
    {
        Stake stake => stake with { Owner = Exchange(stake.Owner), Asset = Exchange(stake.Asset) },
        Entity entity => entity with { EntityId = Exchange(entity.EntityId), Name = Exchange(entity.EntityId).Value, Country = entity.Country is { } state ? Exchange(state) : null },
        _ => row,
    };
}
