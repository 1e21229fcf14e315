using System.Reflection;
using System.Reflection.Emit;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.Hosting;

namespace Lexicon.Local.Tests.Compatibility;

/// <summary>
/// No property is accepted in silence: each member of each record of properties is read by code of the runner, or is
/// <see cref="IgnoredAttribute"/> with its reason. Held against what the compiler made: who calls which getter.
/// </summary>
public sealed class ReadPropertiesTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(System.Reflection.Emit.OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    [Fact]
    public async Task EachProperty_IsReadOrIgnoredWithItsReason()
    {
        var folder = Directory.CreateTempSubdirectory("lexicon-read-");
        await using var cloud = new Cloud(
            TestSettings.In(folder.FullName),
            new CloudAssembly(folder.FullName, [], new AssetIndex()),
            Endpoints.From(9200),
            new NoProcesses());
        var called = typeof(Cloud).Assembly.GetTypes().SelectMany(Calls).ToHashSet();

        var silent = cloud.Services.SelectMany(service => service.ResourceTypes)
            .SelectMany(type => HonoredProperties.Records(type.Properties))
            .Distinct()
            .SelectMany(record => HonoredProperties.MembersOf(record)
                .Where(member => member.GetCustomAttribute<IgnoredAttribute>() is null)
                .Where(member => !called.Contains((record.FullName, member.GetMethod!.Name)))
                .Select(member => $"{record.FullName}.{member.Name}"))
            .ToList();

        Assert.True(silent.Count == 0, string.Join('\n', silent));
        folder.Delete(recursive: true);
    }

    // A record's own equality, printing and copying read every member and do nothing with it.
    private static IEnumerable<(string?, string)> Calls(Type type) => type.GetMethods(All).Cast<MethodBase>()
        .Concat(type.GetConstructors(All))
        .Where(method => method.Name is not ("Equals" or "GetHashCode" or "PrintMembers" or "ToString" or "Deconstruct"))
        .SelectMany(Called)
        .Select(method => (method.DeclaringType?.FullName, method.Name));

    private static IEnumerable<MethodBase> Called(MethodBase caller)
    {
        var code = caller.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            at += code[at] == 0xFE ? 2 : 1;
            var operation = OpCodes[value];
            if (operation.OperandType == OperandType.InlineMethod
                && Resolve(caller, BitConverter.ToInt32(code, at)) is { } method
                && method.Name.StartsWith("get_", StringComparison.Ordinal))
            {
                yield return method;
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static MethodBase? Resolve(MethodBase caller, int token)
    {
        try
        {
            return caller.Module.ResolveMethod(
                token,
                caller.DeclaringType?.GetGenericArguments(),
                caller.IsGenericMethod ? caller.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
