using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;
using Xunit;

namespace Assay.Tests.Answers;

public sealed class ReplayTests
{
    [Fact]
    public void Every_proof_follows_from_the_rows_that_it_cites()
    {
        foreach (var question in SampleQuestions.All)
            foreach (var answer in Both(SeedRecord.Answerer.Answer(question)))
                Assert.True(ProofReplay.Check(answer.Proof) is { Holds: true }, $"{question}: {string.Join("; ", ProofReplay.Check(answer.Proof).Problems)}");
    }

    [Fact]
    public void Every_rule_but_those_of_broken_records_occurs_in_some_proof()
    {
        var used = SampleQuestions.All.Select(question => SeedRecord.Answerer.Answer(question)).SelectMany(Both).SelectMany(answer => answer.Proof.AllSteps()).Select(step => step.Rule).ToHashSet();
        used.UnionWith(SmallProofs().SelectMany(proof => proof.AllSteps()).Select(step => step.Rule));
        // Nothing in packs made by hand is in doubt so: DoubtsTests replays these proofs.
        used.Add(ProofRule.Doubted);
        Assert.Empty(Enum.GetValues<ProofRule>().Except(used));
    }

    [Fact]
    public void Proofs_of_small_records_follow_too()
    {
        foreach (var proof in SmallProofs()) Assert.Empty(ProofReplay.Check(proof).Problems);
    }

    [Fact]
    public void A_proof_whose_rows_were_changed_no_longer_follows()
    {
        var missed = new List<string>();
        foreach (var question in SampleQuestions.All)
        {
            var proof = SeedRecord.Answerer.Answer(question).Proof;
            foreach (var row in proof.AllRows())
                foreach (var changed in Changed(row))
                    if (ProofReplay.Check(Put(proof, row, changed)).Holds) missed.Add($"{question}: {row.Id}");
        }
        Assert.Empty(missed);
    }

    [Fact]
    public void A_row_changed_in_the_record_changes_the_proof_or_ends_it()
    {
        var missed = new List<string>();
        foreach (var question in SampleQuestions.All.Take(12))
        {
            var proof = SeedRecord.Answerer.Answer(question).Proof;
            foreach (var row in proof.AllRows().Where(row => row is Stake or Membership or Agreement or Measure).Take(6))
                foreach (var changed in Changed(row))
                    if (Same(proof, new Answerer(SeedRecord.Evidence.Replace(changed), SeedRecord.Wording).Answer(question).Proof)) missed.Add($"{question}: {row.Id}");
        }
        Assert.Empty(missed);
    }

    [Fact]
    public void A_changed_result_no_longer_follows()
    {
        foreach (var question in SampleQuestions.All)
        {
            var proof = SeedRecord.Answerer.Answer(question).Proof;
            var changed = proof.Value switch
            {
                StepValue.Figure figure => new StepValue.Figure(new Bounds(figure.Value.Low + 0.5m, figure.Value.High + 0.5m), figure.Unit),
                StepValue.Truth { Value: Truth.True } => new StepValue.Truth(Truth.False),
                StepValue.Truth => new StepValue.Truth(Truth.True),
                StepValue.Place place => new StepValue.Place(place.Best + 1, Math.Max(place.Worst, place.Best + 1)),
                _ => (StepValue)new StepValue.Named(new EntityId("nowhere")),
            };
            Assert.False(ProofReplay.Check(proof with { Value = changed }).Holds, question.ToString());
        }
    }

    private static IEnumerable<Answer> Both(Answer answer) => answer.Shaken is { } shaken ? [answer, shaken] : [answer];

    /// <summary>A row with what a step reads of it changed; nothing where a change need not matter.</summary>
    private static IEnumerable<Statement> Changed(Statement row) => row switch
    {
        Stake stake => [stake with { Share = Bounds.Exactly(Math.Abs(stake.Share.Low - 7.77m)) }, stake with { Owner = new("nobody") }, stake with { Validity = new(null, new PartialDate(1800), null) }],
        Measure { Unit: not "rank" } measure => [measure with { Value = Bounds.Exactly(measure.Value.Low * 3 + 1) }, measure with { Subject = new("nobody") }],
        Membership membership => [membership with { Member = new("nobody") }, membership with { Body = new("nothing") }],
        Agreement agreement => [agreement with { Signed = new PartialDate(2099), InForce = new PartialDate(2099) }, agreement with { Parties = [new("nobody")] }],
        Completeness list => [list with { Subject = new("nothing") }],
        Ranking ranking => [ranking with { List = new("nothing") }],
        Part part => [part with { Subject = new("nobody") }],
        Route route => [route with { Value = route.Value * 2 + 1, SharePercent = route.SharePercent / 2 }, route with { Origin = new("nowhere") }],
        Regime regime => [regime with { Asset = new("nothing") }],
        Domicile seat => [seat with { Country = new("nowhere") }],
        Operation operation => [operation with { Operator = new("nobody") }, operation with { Asset = new("nothing") }],
        Event happened => [happened with { EventStatus = "planned" }, happened with { From = new PartialDate(1800), To = null }, happened with { Kind = "feast" }],
        Attribution said => [said with { PropositionId = "another" }],
        Proposition said => [said with { PropositionId = "another" }],
        _ => [],
    };

    private static ProofStep Put(ProofStep step, Statement row, Statement changed) => step with
    {
        Rows = [.. step.Rows.Select(other => other.Id == row.Id ? changed : other)],
        Inputs = [.. step.Inputs.Select(input => Put(input, row, changed))],
    };

    private static bool Same(ProofStep left, ProofStep right) => left.Rule == right.Rule && left.Value == right.Value
        && left.Rows.Select(row => row.Id).SequenceEqual(right.Rows.Select(row => row.Id)) && left.Inputs.Length == right.Inputs.Length && left.Inputs.Zip(right.Inputs).All(pair => Same(pair.First, pair.Second));

    /// <summary>What the packs have no row for: offices, an operator that is another, events that are all listed, a place held year after year.</summary>
    private static IEnumerable<ProofStep> FactProofs()
    {
        var record = new SmallRecord().Entity("aa", EntityKind.State).Entity("ann", EntityKind.Person).Entity("bob", EntityKind.Person).Company("ours", "aa").Company("theirs", "aa")
            .Stake("ours", "mine", 100).Complete("stakes", "mine").Licence("ours", "mine", "operator", "2001..").Complete("events", "aa", scope: "every feast")
            .Ranked("list-2020", "2020", "ours", 1).Complete("rankings", "list-2020", scope: "complete to rank 1").Ranked("list-2021", "2021", "ours", 1).Complete("rankings", "list-2021", scope: "complete to rank 1")
            .Add(Office("ann", "2000-01-01..2010-01-01")).Add(Office("bob", "2010-01-01.."));
        var answerer = new Answerer(record.Build(), SeedRecord.Wording);
        var days = SeedRecord.Days("2015-06-01");
        yield return answerer.Answer(new Question.Operation { When = days, Operator = new("theirs"), Asset = new("mine") }).Proof;
        yield return answerer.Answer(new Question.Event { When = days, Who = [new("aa")], Kinds = ["feast"] }).Proof;
        yield return answerer.Answer(new Question.Position { When = days, Person = new("bob"), Office = "president", Of = new("aa"), IsSole = true }).Proof;
        yield return answerer.Answer(new Question.Position { When = days, Person = new("ann"), Office = "president", Of = new("aa"), IsSole = true }).Proof;
        yield return answerer.Answer(new Question.RankThroughout { When = new DayRange(new DateOnly(2020, 12, 31), new DateOnly(2022, 3, 1)), Subject = new("ours"), Indicators = ["ore"], Place = 1 }).Proof;
    }

    private static Position Office(string person, string dates) => new()
    {
        Id = new($"positions/{person}"), Sources = [new SourceId("s")], Place = default, Person = new(person), Office = "president", Of = new("aa"), Validity = SmallRecord.During(dates, null),
    };

    private static IEnumerable<ProofStep> SmallProofs()
    {
        var record = new SmallRecord().Entity("aa", EntityKind.State).Entity("bb", EntityKind.State).Company("parent", "aa").Company("child", parent: "parent")
            .Stake("child", "mine", 60).Entity("holes", EntityKind.Group).Stake("child", "holes", 60)
            .Output("bb", "2020", 100).Output("mine", "2020", 60).Output("holes", "2020", 40).Part("bb", "2020", "mine").Part("bb", "2020", "holes")
            .Member("aa", "club", "2000-01-01..2005-01-01").Member("aa", "club", "2010-01-01..");
        var answerer = new Answerer(record.Build(), SeedRecord.Wording);
        foreach (var measure in Enum.GetValues<OwnershipMeasure>())
            foreach (var holder in new[] { SeedRecord.Holder(HolderSense.Itself, "parent"), SeedRecord.Holder(HolderSense.Nationals, "aa") })
            {
                foreach (var target in new Target[] { new Target.Asset(new("mine")), new Target.Output(new("bb"), "ore") })
                    yield return answerer.Answer(new Question.Share { Holder = holder, Target = target, Measure = measure, When = SeedRecord.Days("2020") }).Proof;
            }
        var circle = new SmallRecord().Company("one").Company("two").Company("firm", "aa").Stake("one", "two", 60).Stake("two", "one", 60).Stake("firm", "one", 40).Stake("one", "mine", 100).Build();
        yield return new Answerer(circle, SeedRecord.Wording).Answer(new Question.Share
        {
            Holder = SeedRecord.Holder(HolderSense.Nationals, "aa"), Target = new Target.Asset(new("mine")), Measure = OwnershipMeasure.Effective, When = SeedRecord.Days("2020"),
        }).Proof;
        var contracts = new SmallRecord().Entity("dd", EntityKind.State).Entity("pit", EntityKind.Mine, "dd").Entity("well", EntityKind.Field, "dd").Complete("regimes", "dd")
            .Regime("pit", "concession").Regime("well", "production-sharing").Build();
        yield return new Answerer(contracts, SeedRecord.Wording).Answer(new Question.RegimeShare { Of = new("dd"), Indicator = "", Kind = "production-sharing", Excluded = ["concession"], When = SeedRecord.Days("2020") }).Proof;
        foreach (var proof in FactProofs()) yield return proof;
        yield return answerer.Answer(new Question.Membership { Member = new("aa"), Body = new("club"), Sense = MembershipSense.Full, When = SeedRecord.Days("2007") }).Proof;
    }
}
