namespace Assay.Answers;

/// <summary>The second, independent evaluator: recomputes each step of a proof from the rows it cites alone.</summary>
public static class ProofReplay;
