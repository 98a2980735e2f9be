namespace Assay.Reactions;

/// <summary>One reader's reaction to one finding. <c>default</c> is reader 0 who finds finding 0 not useful.</summary>
/// <param name="Reader">Index of the reader, from 0.</param>
/// <param name="Finding">Index of the finding, from 0; it must stay the same from fit to fit, for it decides the finding's half.</param>
/// <param name="IsUseful">Whether the reader finds it useful.</param>
public readonly record struct Reaction(int Reader, int Finding, bool IsUseful);
