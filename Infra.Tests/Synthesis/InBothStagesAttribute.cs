using System.Reflection;
using Xunit.Sdk;

namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>Runs a theory with the name of each stage.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InBothStagesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["dev"], ["prod"]];
}
