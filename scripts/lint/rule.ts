import type { RuleTester } from 'oxlint/plugins-dev'

/** A rule as oxlint’s plugins have it; it exports no name for it. */
export type Rule = Parameters<RuleTester['run']>[1]

type Visitor = ReturnType<NonNullable<Rule['create']>>

/** Any node of the syntax tree. */
export type Node = Parameters<NonNullable<Visitor['JSXText']>>[0]['parent']

export type Call = Parameters<NonNullable<Visitor['CallExpression']>>[0]
