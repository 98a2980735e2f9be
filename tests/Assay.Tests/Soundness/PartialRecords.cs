using Assay.Answers;
using Assay.Claims;
using Assay.Evidence;
using Assay.Questions;
using Assay.Tests.Answers;
using CsCheck;

namespace Assay.Tests.Soundness;

/// <summary>
/// Small records of which one tells more than the other, and questions to both. All rows of the greater record are true together, and each
/// record has a completeness row only for lists that it has whole.
/// <para>
/// What comes and goes as one: the history of a member in a body and of an owner in an asset, since the end of a row means "from then on no
/// longer" and a return is a row of its own; the rows of a firm that has a parent, since without any stake in it the parent is taken for its
/// owner. What is always there: entities, seats, and the stakes by which a firm with a seat is seen to be a joint venture, since these say what a
/// firm is and the record's rule for firms of which it says no more is their own seat; and, where it is asked what an owner holds itself, the stakes in
/// firms, since a named firm that nothing ties to the holder is taken for another. No figure has a rival of the same subject and period,
/// since the first of such rows counts.
/// </para>
/// </summary>
internal static class PartialRecords
{
    private static readonly string[] Assets = ["mine-0", "mine-1", "mine-2", "vehicle", "venture", "child"];
    private static readonly string[] Owners = ["firm-a", "firm-b", "vehicle", "venture", "child", "aa", "float"];
    private static readonly string[] Spans = ["2000-01-01..", "2010..", "..2015-06-01", "2005-03..2015-06-01", "2016..", "..", "2015-06-01.."];
    private static readonly string[] States = ["aa", "bb", "cc"];
    private static readonly string[] Lists =
    [
        "stakes:mine-0", "stakes:mine-1", "stakes:mine-2", "stakes:vehicle", "stakes:venture", "stakes:child", "memberships:club", "memberships:west", "agreements:aa", "rankings:top",
    ];
    private static readonly string[] OfFirms = ["stakes:vehicle", "stakes:venture", "stakes:child"];
    private static readonly string[] Dates = ["2012", "2015", "2015-06", "2015-06-02", "2018", "2018-04-01", "2005"];

    /// <summary>Rows that come and go as one, with the list that is whole only if all of its units are there.</summary>
    private sealed record Unit(string List, Action<SmallRecord> AddTo);

    /// <summary>Questions of all kinds that these records could answer.</summary>
    public static Gen<Question> Questions { get; } =
        from date in Pick(Dates)
        from kind in Gen.Int[0, 7]
        from state in Pick("aa", "bb", "cc", "west")
        from firm in Pick("firm-a", "firm-b", "child", "aa")
        from asset in Pick(Assets)
        from sense in Pick(HolderSense.Itself, HolderSense.Nationals)
        from measure in Pick(OwnershipMeasure.Effective, OwnershipMeasure.MajorityHeld)
        from quantifier in Pick(Quantifier.Some, Quantifier.Most, Quantifier.All)
        select Ask(kind, SeedRecord.Days(date)!.Value, state, firm, asset, sense, measure, quantifier);

    /// <summary>A lesser record, a greater one, and a question.</summary>
    public static Gen<(EvidenceSnapshot Less, EvidenceSnapshot More, Question Question)> Pairs { get; } =
        from stakes in Gen.Select(Gen.Int[0, Owners.Length - 1], Gen.Int[0, Assets.Length - 1], Gen.Int[1, 70], Gen.Int[0, 15], Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[0, Spans.Length - 1]))).List[0, 12]
        from members in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, Spans.Length - 1]).List[0, 5]
        from figures in Gen.Select(Gen.Int[1, 40], Gen.Int[0, 9]).List[7, 7]
        from agreed in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4], Gen.Bool).List[0, 3]
        from kept in Gen.Bool.List[60, 60]
        from added in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true))).List[60, 60]
        from lists in Gen.Bool.List[12, 12]
        from question in Questions
        select Build([.. Stakes(stakes), .. Members(members), .. Figures(figures), .. Ranks(figures), .. Agreements(agreed)], kept, added, lists, question);

    /// <summary>A record and a question.</summary>
    public static Gen<(EvidenceSnapshot Record, Question Question)> Records { get; } = Pairs.Select(pair => (pair.More, pair.Question));

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Question Ask(int kind, DayRange days, string state, string firm, string asset, HolderSense sense, OwnershipMeasure measure, Quantifier quantifier)
    {
        var holder = SeedRecord.Holder(sense, sense == HolderSense.Itself && firm != "aa" ? firm : state);
        return kind switch
        {
            0 => new Question.Membership { When = days, Member = new(state == "west" ? "aa" : state), Body = new(quantifier == Quantifier.Some ? "club" : "west"), Sense = MembershipSense.Full },
            1 => new Question.Agreement { When = days, Parties = [new("aa"), new("bb")], About = [["trade"]], Sense = quantifier == Quantifier.All ? AgreementSense.Signed : AgreementSense.InForce },
            2 or 3 => new Question.Share { When = days, Holder = holder, Target = new Target.Asset(new(asset)), Measure = OwnershipMeasure.Effective },
            4 => new Question.Ownership { When = days, Holder = holder, Target = new Target.Asset(new(asset)), Measure = measure, Quantifier = quantifier },
            5 or 6 => new Question.Share { When = days, Holder = holder, Target = new Target.Output(new("zz"), "ore"), Measure = measure },
            _ => new Question.Rank { When = days, Subject = new(firm == "aa" ? "mine-0" : firm), Indicators = [firm == "aa" ? "ore" : "metal"] },
        };
    }

    private static (EvidenceSnapshot, EvidenceSnapshot, Question) Build(Unit[] units, List<bool> kept, List<bool> added, List<bool> lists, Question question)
    {
        var isFixed = units.Select(unit => question is Question.Share { Holder.Sense: HolderSense.Itself } or Question.Ownership { Holder.Sense: HolderSense.Itself } && OfFirms.Contains(unit.List)).ToArray();
        return (Of(i => isFixed[i] || kept[i]), Of(i => isFixed[i] || kept[i] || added[i]), question);

        EvidenceSnapshot Of(Func<int, bool> has)
        {
            var record = new SmallRecord();
            foreach (var state in States.Append("zz")) record.Entity(state, EntityKind.State);
            record.Company("firm-a", "aa").Company("firm-b", "bb").Company("vehicle").Company("venture", "bb").Company("child", "bb", "firm-a").Entity("float", EntityKind.Group)
                .Entity("west", EntityKind.Group).Entity("rest", EntityKind.Group).Entity("club", EntityKind.Bloc).Entity("world", EntityKind.Place);
            for (var i = 0; i < 3; i++) record.Entity($"mine-{i}", EntityKind.Mine);
            for (var i = 0; i < units.Length; i++) if (has(i)) units[i].AddTo(record);
            var names = units.Select((unit, i) => (unit, i)).GroupBy(pair => pair.unit.List).Select(group => (group.Key, IsWhole: group.All(pair => has(pair.i)))).ToList();
            for (var at = 0; at < Lists.Length; at++)
                if (lists[at] && names.All(list => list.Key != Lists[at] || list.IsWhole) && IsTrue(Lists[at], record))
                    record.Complete(Lists[at].Split(':')[0], Lists[at].Split(':')[1], scope: Lists[at] == "rankings:top" ? "complete to rank 2" : "");
            return record.Build();
        }
    }

    // That the owners of an asset are all listed is true only if their stakes could add up to the whole on every day; a list of places must have them.
    private static bool IsTrue(string list, SmallRecord record)
    {
        var rows = record.Build();
        if (list == "rankings:top") return rows.Rankings("metal").Length >= 2;
        if (!list.StartsWith("stakes:", StringComparison.Ordinal)) return true;
        var stakes = rows.StakesIn(new(list.Split(':')[1]));
        return stakes.All(row => row.Validity is { From: { } from, To: null } && from.Year == 2000) && stakes.Sum(row => row.Share.High) >= 100 && stakes.Sum(row => row.Share.Low) <= 100;
    }

    private static IEnumerable<Unit> Stakes(List<(int Owner, int Asset, int Share, int Spread, int Span)> stakes)
    {
        var left = new decimal[Assets.Length];
        foreach (var asset in stakes.DistinctBy(stake => (stake.Owner, stake.Asset)).GroupBy(stake => Assets[stake.Asset]))
        {
            // The parent of a group has most of a firm in it.
            if (asset.Key == "child") left[Array.IndexOf(Assets, asset.Key)] = 60;
            var rows = asset.Where(stake => asset.Key != "child" || Owners[stake.Owner] != "firm-a").Where(stake => Owners[stake.Owner] != asset.Key && (left[stake.Asset] += stake.Share + stake.Spread) <= 100).ToList();
            if (asset.Key == "child") rows.Add((0, Array.IndexOf(Assets, "child"), 55, 5, 0));
            if (asset.Key is "child" or "venture") yield return new Unit($"stakes:{asset.Key}", record => rows.ForEach(stake => Add(record, stake)));
            else foreach (var stake in rows) yield return new Unit($"stakes:{asset.Key}", record => Add(record, stake));
            // The last takes what is left, so that complete lists come up.
            if (rows.Count > 0 && asset.Key.StartsWith("mine", StringComparison.Ordinal) && rows.Sum(stake => stake.Share + stake.Spread) is var given and < 100)
                yield return new Unit($"stakes:{asset.Key}", record => record.Stake("cc", asset.Key, 100 - given + rows.Sum(stake => stake.Spread)));
        }

        static void Add(SmallRecord record, (int Owner, int Asset, int Share, int Spread, int Span) stake) =>
            record.Stake(Owners[stake.Owner], Assets[stake.Asset], new Bounds(stake.Share, stake.Share + stake.Spread), Spans[stake.Span], seen: stake.Span is 2 or 5 ? "2012" : null);
    }

    private static IEnumerable<Unit> Members(List<(int Member, int Body, int Span)> members) => members.GroupBy(member => (member.Member, member.Body))
        .Select(history => new Unit($"memberships:{(history.Key.Body == 0 ? "club" : "west")}", record =>
        {
            foreach (var row in history)
                record.Member(States[row.Member], row.Body == 0 ? "club" : "west", Spans[row.Span], seen: row.Span is 2 or 5 ? "2012" : null);
        }));

    private static IEnumerable<Unit> Figures(List<(int Value, int Spread)> figures)
    {
        var (least, most) = (figures.Take(4).Sum(figure => figure.Value), figures.Take(4).Sum(figure => figure.Value + figure.Spread));
        yield return new Unit("total", record => record.Output("zz", "2017", least, most));
        yield return new Unit("total", record => record.Output("world", "2017", least, most));
        for (var i = 0; i < 4; i++)
        {
            var (subject, figure) = (i == 3 ? "rest" : $"mine-{i}", figures[i]);
            yield return new Unit("figures", record => record.Output(subject, "2017", figure.Value, figure.Value + figure.Spread));
            yield return new Unit("parts", record => record.Part("zz", "2017", subject));
            yield return new Unit("parts", record => record.Part("world", "2017", subject));
        }
    }

    private static IEnumerable<Unit> Ranks(List<(int Value, int Spread)> figures)
    {
        string[] order = [.. new[] { ("firm-a", figures[4].Value), ("firm-b", figures[5].Value), ("child", figures[6].Value) }.OrderByDescending(pair => pair.Value).Select(pair => pair.Item1)];
        for (var i = 0; i < 3; i++)
        {
            var place = i;
            yield return new Unit("rankings:top", record => record.Ranked("top", "2017", order[place], place + 1, indicator: "metal"));
        }
    }

    private static IEnumerable<Unit> Agreements(List<(int Kind, int Year, bool IsOver)> agreed) => agreed.Select((row, at) => new Unit("agreements:aa", record =>
        record.Agreed($"treaty-{at}", "aa+bb", $"{2004 + row.Year * 3}", row.IsOver ? "expired" : row.Kind == 1 ? "signed" : "in-force", row.Kind == 2 ? "visa" : "trade", ended: row.IsOver ? $"{2006 + row.Year * 3}" : null)));
}
