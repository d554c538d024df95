/** Says by sound and vibration what became of a scan: the eyes are on the parcel. */
export function useScanFeedback() {
  let audio: AudioContext | undefined;
  function beep(hertz: number, milliseconds: number): void {
    try {
      audio ??= new AudioContext();
      const tone = audio.createOscillator();
      tone.frequency.value = hertz;
      tone.connect(audio.destination);
      tone.start();
      tone.stop(audio.currentTime + milliseconds / 1000);
    } catch {
      // A device without sound still shows the result.
    }
  }
  onBeforeUnmount(() => void audio?.close());
  return {
    good: () => {
      beep(1200, 90);
      navigator.vibrate?.(60);
    },
    bad: () => {
      beep(220, 350);
      navigator.vibrate?.([120, 60, 120]);
    },
  };
}
