using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// What holders have of an asset over given days: the stakes that count, up every chain, in percent. What is not known is left to nobody
/// asked about in the lower bound, and given to them whole in the upper one.
/// </summary>
internal sealed class Interests(Inquiry inquiry, Holder holder, OwnershipMeasure measure, DayRange days)
{
    private readonly Nationalities _nationalities = new(inquiry, days);
    private readonly HolderTest _test = new(inquiry, holder, days);
    private readonly Dictionary<EntityId, ProofStep> _done = [];
    private readonly HashSet<EntityId> _path = [];
    private bool _metCircle, _metDoubt;

    private Doubts Doubts => field ??= new Doubts(inquiry, holder, measure, days, _nationalities, _test);

    public Nationalities Nationalities => _nationalities;

    public HolderTest Test => _test;

    /// <summary>What the holders have of an asset or company, in percent.</summary>
    public ProofStep In(EntityId asset)
    {
        if (_done.TryGetValue(asset, out var done)) return done;
        if (!_path.Add(asset))
        {
            _metCircle = true;
            return Inquiry.Silent(inquiry.Say("owners-in-a-circle", ("asset", inquiry.Name(asset))));
        }
        var step = Find(asset);
        _path.Remove(asset);
        if (_path.Count == 0 && _metCircle && !_metDoubt && measure == OwnershipMeasure.Effective && step.Rule == ProofRule.Interest)
            step = new Circles(inquiry, days).Solve(asset, Held, EndsAt, _test.Words) ?? step;
        if (_path.Count == 0) _metCircle = _metDoubt = false;
        // Inside a circle the result depends on where it was entered: only what was found from outside is kept.
        if (_path.Count == 0) _done[asset] = step;
        return step;
    }

    /// <summary>What of an owner's stake counts for the holders: a truth value, or a figure in percent where it is looked through.</summary>
    public ProofStep Counts(EntityId owner)
    {
        if (holder.Sense == HolderSense.Nationals)
            return _nationalities.IsTransparent(owner) ? Through(owner) : _test.Belongs(_nationalities.Of(owner));
        var itself = _test.IsHolder(owner);
        if (itself.Truth == Truth.True) return itself;
        var through = StakeRows.Held(inquiry, owner, days).Length > 0 || GroupParent(owner) is not null ? Through(owner) : null;
        if (through is not null && (through.Fraction.Low > 0 || Ties(through))) return through;
        var apart = _test.Apart(owner, _nationalities.Of(owner));
        return Doubt(apart.Truth == Truth.False || through is null || _test.MayHoldThrough(owner) ? apart : through, owner, Doubts.Of(owner));
    }

    /// <summary>Whether the holder is among the owners, though perhaps not for all of the days, or has other rights: then the firm is not surely another's.</summary>
    private static bool Ties(ProofStep interest) => interest.AllSteps().Any(step => step.Rule == ProofRule.Doubted || (step.Rule is ProofRule.IsHolder or ProofRule.AnyOf && step.Truth == Truth.True));

    // All of it may be the holder's; what surely is stays so.
    private ProofStep Doubt(ProofStep counts, EntityId owner, ImmutableArray<Statement> rows) =>
        rows.IsEmpty || counts.Fraction.High >= 1 ? counts : Doubted(counts, owner, rows, counts.Fraction.Low * 100, "doubted-interest");

    private ProofStep Doubted(ProofStep counts, EntityId owner, ImmutableArray<Statement> rows, decimal low, string key)
    {
        _metDoubt = true;
        return new ProofStep
        {
            Rule = ProofRule.Doubted,
            Text = inquiry.Say(key, ("why", counts.Text), ("owner", inquiry.Name(owner)), ("holder", _test.Words), ("rights", Doubts.Say(rows))),
            Value = low > 0 ? new StepValue.Figure(new(low, 100), "%") : new StepValue.Truth(Truth.Unknown),
            Rows = rows,
            Inputs = [counts],
            Given = new Given { Subject = owner, Members = holder.Members, Days = days },
        };
    }

    private ProofStep Through(EntityId owner)
    {
        var interest = In(owner);
        return measure == OwnershipMeasure.Effective || interest.Value is not StepValue.Figure ? interest : Majority(interest);
    }

    /// <summary>Whether an interest is more than half.</summary>
    public ProofStep Majority(ProofStep interest) => Comparison.Step(inquiry, interest, 50, Relation.Above, "majority");

    private ImmutableArray<ProofStep> Held(EntityId asset)
    {
        var held = StakeRows.Held(inquiry, asset, days);
        return held.IsEmpty && GroupParent(asset) is { } parent ? [parent] : held;
    }

    // Among owners that own each other, those that are not looked through.
    private ProofStep? EndsAt(EntityId owner)
    {
        if (holder.Sense == HolderSense.Nationals) return _nationalities.IsTransparent(owner) ? null : _test.Belongs(_nationalities.Of(owner));
        var itself = _test.IsHolder(owner);
        if (itself.Truth == Truth.True) return itself;
        return Held(owner).IsEmpty ? _test.Apart(owner, _nationalities.Of(owner)) : null;
    }

    private ProofStep Find(EntityId asset)
    {
        var held = Held(asset);
        if (StakeRows.Held(inquiry, asset, days).IsEmpty && Licence(asset) is { } licence) return licence;
        var lists = StakeRows.Lists(inquiry, asset, days);
        var counts = held.Select(stake => Counts(stake.Given.Subject!.Value)).ToList();
        // Where all owners are listed and the holder is one of them by name, an unnamed block among them is of others.
        if (holder.Sense == HolderSense.Itself && lists.FirstOrDefault(row => row.Covers is { Low: >= 100 }) is { } list && counts.Any(step => step.Fraction.Low > 0))
            for (var i = 0; i < held.Length; i++)
                if (counts[i].Truth == Truth.Unknown && counts[i].Value is StepValue.Truth && inquiry.Evidence.Entity(held[i].Given.Subject!.Value) is { Kind: EntityKind.Group } block)
                    counts[i] = _test.OthersBlock(block, list);
        var doubts = Doubts.Of(asset);
        for (var i = 0; i < held.Length; i++)
        {
            var owner = held[i].Given.Subject!.Value;
            counts[i] = Doubt(counts[i], owner, doubts);
            if (counts[i].Fraction is not { Low: 0, High: 1 } && Doubts.Against(held[i], asset) is { IsEmpty: false } against) counts[i] = Doubted(counts[i], owner, against, 0, "doubted-owner");
        }
        return Combine(asset, [.. held.Zip(counts, Counted)], lists, UnlikeParent(asset, held));
    }

    private ProofStep Counted(ProofStep stake, ProofStep counts)
    {
        var (share, part) = (stake.Figure, counts.Fraction);
        var value = Outward(new(share.Low * part.Low, share.High * part.High));
        return new ProofStep
        {
            Rule = ProofRule.Counted,
            Text = part switch
            {
                { Low: 1 } => inquiry.Say("counted-whole", ("stake", stake.Text), ("why", counts.Text)),
                { High: 0 } => inquiry.Say("counted-none", ("stake", stake.Text), ("why", counts.Text)),
                _ when counts.Value is StepValue.Figure => inquiry.Say("counted-product", ("stake", stake.Text), ("share", Inquiry.Show(share)), ("part", Inquiry.Show(counts.Figure)), ("result", Inquiry.Show(value))),
                _ => inquiry.Say("counted-perhaps", ("stake", stake.Text), ("why", counts.Text)),
            },
            Value = new StepValue.Figure(value, "%"),
            Inputs = [stake, counts],
        };
    }

    // A firm whose group a pack made by hand names, and whose stakes, of a register, name others: one of them is wrong, or old.
    private Entity? UnlikeParent(EntityId asset, ImmutableArray<ProofStep> held) =>
        inquiry.Evidence.Entity(asset) is { Parent: { } parent, Place.IsImported: false } firm && held.Length > 0
            && held.All(step => step.Rule == ProofRule.StakeHeld && step.Given.Subject != parent && step.Rows.All(row => row.Place.IsImported)) ? firm : null;

    private ProofStep Combine(EntityId asset, ImmutableArray<ProofStep> counted, ImmutableArray<Completeness> lists, Entity? unlike)
    {
        var low = counted.Sum(step => step.Figure.Low);
        var sureOthers = counted.Sum(step => step.Inputs[0].Figure.Low * (1 - step.Inputs[1].Fraction.High));
        var covered = lists.Length > 0 ? lists.Min(row => row.Covers!.Value.Low) : 0;
        // Of imported stakes that make more than the whole nobody can tell which is wrong; packs made by hand have none (lint: over-100).
        var stakes = counted.SelectMany(step => step.Inputs[0].Rows).OfType<Stake>().ToList();
        var areTooMany = counted.Sum(step => step.Inputs[0].Figure.Low) > StakeTellings.MostOf(stakes) && stakes.Exists(row => row.Place.IsImported);
        if (areTooMany || unlike is not null) (low, sureOthers) = (0, 0);
        var high = Math.Min(100 - sureOthers, counted.Sum(step => step.Figure.High) + 100 - covered);
        var value = Outward(new(Math.Clamp(low, 0, 100), Math.Clamp(Math.Max(high, low), 0, 100)));
        var unnamed = value.IsExact ? [] : inquiry.Evidence.ExceptionsOf(asset).Where(row => row.Validity.HoldsOn(days) != Truth.False).ToImmutableArray();
        var text = counted.IsEmpty
            ? inquiry.Say("owners-unknown", ("asset", inquiry.Name(asset)))
            : inquiry.Say("interest", ("holder", _test.Words), ("asset", inquiry.Name(asset)), ("share", Inquiry.Show(value)), ("days", days.ToString()));
        if (unlike is not null) text = inquiry.Say("owners-unlike-parent", ("text", text), ("asset", inquiry.Name(asset)), ("parent", inquiry.Name(unlike.Parent!.Value)));
        if (areTooMany) text = inquiry.Say("owners-contradict", ("text", text), ("asset", inquiry.Name(asset)));
        return new ProofStep
        {
            Rule = ProofRule.Interest,
            Text = unnamed.IsEmpty ? text : inquiry.Say("owners-not-named", ("text", text), ("why", string.Join(", ", unnamed.Select(Why).Distinct()))),
            Value = new StepValue.Figure(value, "%"),
            Rows = [.. lists, .. unnamed, .. unlike is null ? ImmutableArray<Statement>.Empty : [unlike]],
            Inputs = counted,
            Given = new Given { Object = asset, Days = days, Members = holder.Members },
        };
    }

    // Why the record does not name the owners of what is left.
    private string Why(DisclosureException row) => inquiry.Say(row.Says switch
    {
        ParentKnown.None => "exception-none",
        ParentKnown.Maybe => "exception-maybe",
        _ => "exception-hidden",
    }, ("about", row.About.Replace('-', ' ')), ("reason", row.Reason.Replace('-', ' ')));

    private ProofStep? Licence(EntityId asset)
    {
        var rows = inquiry.Evidence.OperationsOn(asset)
            .Where(row => row.Role is "licence-holder" or "joint-venture" && row.Validity.HoldsOn(days, fromAlways: true) == Truth.True).ToList();
        if (rows is not [var licence] || licence.Operator == asset) return null;
        var interest = In(licence.Operator);
        return interest.Value is not StepValue.Figure ? null : new ProofStep
        {
            Rule = ProofRule.LicenceOf,
            Text = inquiry.Say("licence-of", ("holder", _test.Words), ("asset", inquiry.Name(asset)), ("company", inquiry.Name(licence.Operator)), ("share", Inquiry.Show(interest.Figure)), ("days", days.ToString())),
            Value = interest.Value,
            Rows = [licence],
            Inputs = [interest],
            Given = new Given { Object = asset, Days = days },
        };
    }

    private ProofStep? GroupParent(EntityId owner)
    {
        if (inquiry.Evidence.Entity(owner) is not { Kind: EntityKind.Company } firm || StakeRows.Held(inquiry, owner, days).Length > 0) return null;
        if (measure == OwnershipMeasure.MajorityHeld && Consolidator(firm) is { } consolidator) return consolidator;
        return _nationalities.ParentOn(firm) is not { } parent ? null : new ProofStep
        {
            Rule = ProofRule.GroupParent,
            Text = inquiry.Say("group-parent", ("parent", parent.Name), ("firm", firm.Name)),
            // The top of a group has most of its votes, but along a chain of majorities perhaps little of its capital; who consolidates a firm controls it, perhaps without any.
            Value = new StepValue.Figure(new(measure == OwnershipMeasure.MajorityHeld ? 50.01m : firm.Parent is null ? 0 : 0.01m, 100), "%"),
            Rows = firm.Parent is null ? [firm, _nationalities.Consolidation(firm)!] : [firm],
            Given = new Given { Subject = parent.EntityId, Object = owner, Days = days, Threshold = measure == OwnershipMeasure.MajorityHeld ? 50 : firm.Parent is null ? null : 0 },
        };
    }

    // Who consolidates a firm controls it, at the top of its group or below it (IFRS 10, paragraph 7). The top goes before, unless the way up the accounts meets the holder.
    private ProofStep? Consolidator(Entity firm)
    {
        if (firm.Parent is not null || _nationalities.Consolidation(firm, OtherInterest.DirectConsolidation) is not { } row) return null;
        return _nationalities.Consolidation(firm) is not null && !IsUpTheAccounts(row.Holder) ? null : new ProofStep
        {
            Rule = ProofRule.GroupParent,
            Text = inquiry.Say("consolidated-by", ("parent", inquiry.Name(row.Holder)), ("firm", firm.Name)),
            Value = new StepValue.Figure(new(50.01m, 100), "%"),
            Rows = [firm, row],
            Given = new Given { Subject = row.Holder, Object = firm.EntityId, Days = days, Threshold = 50 },
        };
    }

    private bool IsUpTheAccounts(EntityId first)
    {
        var seen = new HashSet<EntityId>();
        for (var who = first; seen.Add(who);)
        {
            if (_test.IsHolder(who).Truth == Truth.True) return true;
            if (inquiry.Evidence.Entity(who) is not { } firm || _nationalities.Consolidation(firm, OtherInterest.DirectConsolidation) is not { } row) return false;
            who = row.Holder;
        }
        return false;
    }

    /// <summary>Rounded outward to six places, so that figures stay short.</summary>
    public static Bounds Outward(Bounds value) => value.RoundOutward(6);
}
