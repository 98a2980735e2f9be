namespace Assay.Reactions.Simulation;

/// <summary>What an attack does under one rule.</summary>
/// <param name="Suppressed">The part of the good findings attacked that is not shown first, 0 to 1.</param>
/// <param name="Promoted">The part of the bad findings attacked that is.</param>
public readonly record struct AttackEffect(double Suppressed, double Promoted);

/// <summary>What a brigade of one size does under each rule, mean of all worlds.</summary>
/// <param name="Brigade">How the brigade behaves.</param>
/// <param name="Share">What part of all accounts it is, 0 to 1.</param>
public sealed record AttackPoint(BrigadeKind Brigade, double Share)
{
    /// <summary>Under the rule of this library; as many findings are shown first as there are good ones, by <see cref="FindingScore.Value"/>.</summary>
    public required AttackEffect Agreement { get; init; }

    /// <summary>Under the plain like ratio; as many are shown first.</summary>
    public required AttackEffect LikeRatio { get; init; }

    /// <summary>Under the published model's intercept as an order; as many are shown first.</summary>
    public required AttackEffect PublishedOrder { get; init; }

    /// <summary>Under the published model's own threshold: those are shown that it calls helpful, however many they are.</summary>
    public required AttackEffect PublishedThreshold { get; init; }
}
