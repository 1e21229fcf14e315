namespace Lexicon.Local.CloudFormation;

/// <summary>Marks a property that is accepted and has no local meaning; <c>--explain</c> lists it with the reason.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IgnoredAttribute(string reason) : Attribute
{
    /// <summary>Why the property changes nothing on one machine, as half a sentence.</summary>
    public string Reason => reason;
}
