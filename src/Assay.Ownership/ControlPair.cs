namespace Assay.Ownership;

/// <summary>That one entity controls another. <c>default</c> says so of entity 0 and itself, which means nothing.</summary>
/// <param name="Controller">Index of the entity that controls.</param>
/// <param name="Entity">Index of the entity controlled.</param>
public readonly record struct ControlPair(int Controller, int Entity);
