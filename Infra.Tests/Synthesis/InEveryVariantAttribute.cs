using Xunit.Sdk;

namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>Runs a theory with the name of whatever can be deployed: both stages, and prod with every option.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InEveryVariantAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["dev"], ["prod"], ["full"]];
}
