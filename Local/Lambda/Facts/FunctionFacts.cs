namespace Lexicon.Local.Lambda.Facts;

/// <summary>What is configured of a function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="LogicalId">Its key in the template.</param>
/// <param name="Description">What the template says it is for.</param>
/// <param name="Runtime">Such as <c>dotnet10</c>.</param>
/// <param name="MemorySize">MB.</param>
/// <param name="Timeout">How long an invocation may take.</param>
/// <param name="Role">The ARN of its role.</param>
/// <param name="LogGroup">Where it logs.</param>
internal sealed record FunctionFacts(
    string Name, string LogicalId, string Description, string Runtime, int MemorySize, TimeSpan Timeout, string Role, string LogGroup);
