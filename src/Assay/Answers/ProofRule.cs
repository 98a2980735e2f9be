namespace Assay.Answers;

/// <summary>The rules by which one step of a proof follows from rows and earlier steps.</summary>
public enum ProofRule
{
    /// <summary>The record says nothing that bears on it.</summary>
    Silent,
}
