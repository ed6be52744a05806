import type { App } from 'electron'

const disableFeatures = 'disable-features'

/**
 * Chromium keeps everything but input from a page between a key press and the frame that shows it. Here the frame is drawn in
 * time anyway, and the answer that a tag is on the disk comes before it: without this, `Saved` would be said a frame later.
 * https://chromium.googlesource.com/chromium/src/+/main/third_party/blink/common/features.cc
 */
export const heldBackAnswers = 'DeferRendererTasksAfterInput'

/** Lets answers in at once; what somebody switched off on the command line stays off. Before the app is ready. */
export function answerPromptly(
  commandLine: Pick<App['commandLine'], 'appendSwitch' | 'getSwitchValue'>,
): void {
  const named = commandLine.getSwitchValue(disableFeatures)
  const features = named === '' ? [heldBackAnswers] : [named, heldBackAnswers]
  commandLine.appendSwitch(disableFeatures, features.join(','))
}
